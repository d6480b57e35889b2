import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliProject, smallProject } from './cli-project.js';

const files = {
  ...smallProject,
  'ssot.config.json': JSON.stringify({
    concerns: {
      ids: {
        title: 'id source',
        canonical: 'src/ids.ts#newId',
        drivers: ['uuid#v4'],
        replacements: [
          { from: 'src/old-ids.ts#oldId', to: 'newId', compatible: true },
          { from: 'src/old-ids.ts#shortId', to: 'newId', compatible: false },
        ],
      },
    },
  }),
  'src/old-ids.ts': "export const oldId = (): string => 'a';\nexport const shortId = (): string => 'b';\n",
  'src/index.ts': "export { oldId as makeId } from './old-ids';\n",
  'src/users.ts': "import { oldId } from './old-ids';\n\n// Keeps this comment\nexport const user = () => oldId();\n",
  'src/crlf.ts': "\uFEFFimport { oldId } from './old-ids';\r\n\r\nexport const user = () => oldId();\r\n",
  'src/short.ts': "import { shortId } from './old-ids';\n\nexport const user = () => shortId();\n",
} as const;

const sources = ['src/index.ts', 'src/users.ts', 'src/crlf.ts', 'src/short.ts'];

describe('ssot fix', () => {
  it('applies every fix, keeps line endings and marks, and is done then', async () => {
    const project = cliProject(files);
    const { status, out } = await project.ssot('fix');
    expect(status).toBe(0);
    expect(out).toBe(
      'fixed src/crlf.ts\nfixed src/index.ts\nfixed src/users.ts\n3 files fixed. To take it back: ssot fix --undo\n',
    );
    expect(project.read('src/users.ts')).toBe(
      "import { newId } from './ids';\n\n// Keeps this comment\nexport const user = () => newId();\n",
    );
    expect(project.read('src/crlf.ts')).toBe(
      "\uFEFFimport { newId } from './ids';\r\n\r\nexport const user = () => newId();\r\n",
    );
    expect(project.read('src/short.ts')).toBe(files['src/short.ts']);
    expect((await project.ssot('fix')).out).toBe('Nothing to fix.\n');
  });

  it('prints what it would do as a diff that git applies, and changes nothing', async () => {
    const project = cliProject(files);
    project.commitAll();
    const { status, out } = await project.ssot('fix', '--dry-run');
    expect(status).toBe(0);
    expect(project.git('status', '--porcelain')).toBe('');
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: project.root, input: out });
    const applied = sources.map((path) => project.read(path));
    project.git('checkout', '--quiet', '.');
    await project.ssot('fix');
    expect(sources.map((path) => project.read(path))).toEqual(applied);
  });

  it('restores every byte', async () => {
    const project = cliProject(files);
    await project.ssot('fix');
    expect(await project.ssot('fix', '--undo')).toMatchObject({ status: 0, out: '3 files restored.\n' });
    expect(sources.map((path) => project.read(path))).toEqual(sources.map((path) => files[path as keyof typeof files]));
    expect((await project.ssot('fix', '--undo')).status).toBe(2);
  });

  it('does not take back what was edited since', async () => {
    const project = cliProject(files);
    await project.ssot('fix');
    const edited = `${project.read('src/users.ts')}// mine\n`;
    project.write('src/users.ts', edited);
    expect(await project.ssot('fix', '--undo')).toEqual({
      status: 1,
      out: '2 files restored.\n',
      error: 'src/users.ts was edited after it was fixed, and is left as it is.\n',
    });
    expect(project.read('src/users.ts')).toBe(edited);
    expect(project.read('src/index.ts')).toBe(files['src/index.ts']);
  });

  it('applies the suggestions that it is asked for', async () => {
    const project = cliProject(files);
    await project.ssot('fix', '--suggestions', 'deprecated-use');
    expect(project.read('src/short.ts')).toBe("import { newId } from './ids';\n\nexport const user = () => newId();\n");
  });

  it('fixes what the baseline accepts, too', async () => {
    const project = cliProject(files);
    await project.ssot('baseline');
    await project.ssot('fix');
    expect(project.read('src/users.ts')).toContain('newId');
    expect((await project.ssot('check')).out).toContain('fixed, but still in the baseline');
  });

  it.skipIf(process.platform === 'win32')('keeps permissions', async () => {
    const project = cliProject(files);
    chmodSync(join(project.root, 'src/users.ts'), 0o755);
    await project.ssot('fix');
    expect(statSync(join(project.root, 'src/users.ts')).mode & 0o777).toBe(0o755);
  });

  it('keeps its journal out of version control', async () => {
    const project = cliProject(files);
    project.commitAll();
    await project.ssot('fix');
    expect(project.git('status', '--porcelain', '--', '.ssot')).toBe('');
    const folder = join(project.root, '.ssot', 'journal');
    const [name = ''] = readdirSync(folder);
    expect(readFileSync(join(folder, name), 'utf8')).toContain('"path":"src/users.ts"');
  });

  it('changes nothing while the configuration does not work', async () => {
    const project = cliProject({
      ...files,
      'ssot.config.json': '{ "concerns": { "ids": { "canonical": "src/idz.ts#newId" } } }',
    });
    const { status, error } = await project.ssot('fix');
    expect(status).toBe(2);
    expect(error).toContain('Nothing was changed. Next: ssot doctor');
  });
});
