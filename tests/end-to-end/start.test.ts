import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { temporaryProject } from '../eslint-plugin/temporary-project.js';
import { expected, files, runNode, workspace } from './linted-project.js';

const start = join(workspace, 'scripts', 'start.mjs');

describe('npm start', () => {
  const project = temporaryProject({
    ...files,
    // None of these is a reason to stop, and none is the project's own code.
    'src/unfinished.ts': 'export const = ;\n',
    'src/styled.js': '/* eslint other/rule: off */\nexport const Page = () => <main />;\n',
    'dist/client.js': files['src/client.ts'],
    'node_modules/some/index.js': files['src/client.ts'],
  });
  afterAll(() => {
    project.remove();
  });

  it('checks a folder that has no ESLint of its own', () => {
    const { stdout, stderr, status } = runNode(project, start, ['.']);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const lines = stdout.split('\n');
    const places = lines.flatMap((line) => {
      const [, place, rule] = /^(\S+:\d+:\d+) (ssot\/\S+) \S/.exec(line) ?? [];
      return place === undefined ? [] : [`${rule ?? ''} ${place}`];
    });
    expect(places.sort()).toEqual(expected);
    expect(lines.filter((line) => line.startsWith('src/unfinished.ts'))).toHaveLength(1);
    expect(stdout).not.toMatch(/styled|dist|node_modules/);
    expect(stdout).toMatch(/^ssot\/no-deprecated-context +4$/m);
    expect(stdout).toMatch(/^ssot\/single-source +1$/m);
    expect(stdout).toMatch(/^5 violations in 5 of 10 files, \d+ fixable with --fix$/m);
  });

  it('checks the example by default', () => {
    const { stdout, status } = runNode(project, start, []);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^src\/\S+:\d+:\d+ ssot\/no-deprecated-context /m);
    expect(stdout).toMatch(/^src\/\S+:\d+:\d+ ssot\/single-source /m);
  });

  it('says once what is wrong with a configuration', () => {
    project.write({
      'broken/ssot.config.json': '{ "concerns": { "http": {} } }',
      'broken/a.ts': '',
      'broken/b.ts': '',
    });
    const { stdout, status } = runNode(project, start, ['broken']);
    expect(status).toBe(2);
    expect(stdout.match(/ssot\.config\.json:\d+:\d+/g)).toHaveLength(1);
    expect(stdout).toContain('(2 files)');
  });

  it('says that there is no such folder', () => {
    const { stderr, status } = runNode(project, start, ['nowhere']);
    expect({ status, stderr: stderr.trim() }).toEqual({
      status: 2,
      stderr: `${join(project.root, 'nowhere')}: no such folder`,
    });
  });
});
