import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { temporaryProject } from '../eslint-plugin/temporary-project.js';
import { runTool, toolPath } from '../../scripts/workspace.mjs';
import { eslint, eslintConfig, expected, files, link, list, runNode, workspace } from './linted-project.js';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

describe('the packages as they are published', () => {
  const project = temporaryProject({ ...files, 'eslint.config.js': eslintConfig });
  const tarballs: Record<string, string> = {};

  beforeAll(() => {
    for (const [folder, name] of [
      ['rule-core', '@ssot/rule-core'],
      ['eslint-plugin', 'eslint-plugin-ssot'],
      ['ts-plugin', '@ssot/typescript-plugin'],
    ] as const) {
      const { stdout, stderr, status } = spawnSync(
        npm,
        ['pack', '--json', '--ignore-scripts', '--pack-destination', project.root],
        { cwd: join(workspace, folder), encoding: 'utf8', shell: process.platform === 'win32' },
      );
      if (status !== 0) throw new Error(stderr);
      const [packed] = JSON.parse(stdout) as { filename: string }[];
      if (packed === undefined) throw new Error(stdout);
      tarballs[name] = join(project.root, packed.filename);
      // As npm would install it, without asking a registry for what is here already.
      const place = project.path(`node_modules/${name}`);
      mkdirSync(join(place, '..'), { recursive: true });
      spawnSync('tar', ['-xzf', packed.filename], { cwd: project.root });
      renameSync(project.path('package'), place);
    }
    const manifest = JSON.parse(readFileSync(project.path('node_modules/@ssot/rule-core/package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    link(project, [...Object.keys(manifest.dependencies), 'typescript-eslint', 'typescript', 'eslint']);
  }, 60_000);

  afterAll(() => {
    project.remove();
  });

  it('hold what they need and nothing else', () => {
    expect(list(project, 'node_modules/eslint-plugin-ssot')).toEqual(['dist', 'package.json', 'schema.json']);
    expect(list(project, 'node_modules/@ssot/typescript-plugin')).toEqual(['README.md', 'dist', 'package.json']);
    expect(list(project, 'node_modules/@ssot/rule-core')).toEqual(['dist', 'package.json', 'schema']);
  });

  it.each(['ESLint 10', 'ESLint 9'] as const)('work in %s', (version) => {
    expect(eslint(project, version).places).toEqual(expected);
  });

  it('give `require` the plugin itself, and `import` the same as default', () => {
    project.write({
      'both.cjs': `const required = require('eslint-plugin-ssot');
import('eslint-plugin-ssot').then((imported) => {
  const { defineConfig } = require('eslint-plugin-ssot/config');
  console.log(JSON.stringify([
    required.meta.namespace, imported.default.meta.namespace, Object.keys(imported), Object.keys(required).sort(),
    typeof defineConfig, require('eslint-plugin-ssot/schema.json').type,
  ]));
});`,
    });
    const { stdout, stderr } = runNode(project, 'both.cjs', []);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([
      'ssot',
      'ssot',
      ['default'],
      ['configs', 'meta', 'rules'],
      'function',
      'object',
    ]);
  });

  it('give tsserver its factory', () => {
    project.write({ 'factory.cjs': "console.log(typeof require('@ssot/typescript-plugin'));" });
    expect(runNode(project, 'factory.cjs', [])).toMatchObject({ stdout: 'function\n', stderr: '' });
  });

  it.each(['@ssot/rule-core', 'eslint-plugin-ssot', '@ssot/typescript-plugin'])(
    'are typed for every way of importing them: %s',
    (name) => {
      const { stdout, status } = runNode(project, toolPath('@arethetypeswrong/cli', 'attw'), [
        tarballs[name] ?? '',
        // A JSON module has no types to be wrong.
        '--exclude-entrypoints',
        'schema.json',
        'schema/ssot.config.schema.json',
        '--profile',
        'node16',
        '--no-emoji',
      ]);
      expect({ status, stdout: status === 0 ? '' : stdout }).toEqual({ status: 0, stdout: '' });
    },
  );

  // Not the plugin of tsserver, whose CommonJS with a default export is what tsserver wants.
  it.each(['rule-core', 'eslint-plugin'])('pass publint: %s', (folder) => {
    expect(runTool('publint', 'publint', ['--strict', '--pack', 'npm'], join(workspace, folder))).toBe(true);
  });
});
