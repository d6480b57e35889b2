import { afterEach, describe, expect, it } from 'vitest';

import type { TemporaryProject } from '../eslint-plugin/temporary-project.js';
import { eslint, eslintConfig, expected, files, linkedProject, type EslintVersion } from './linted-project.js';

const projects: TemporaryProject[] = [];
const open = (more = {}): TemporaryProject => {
  const project = linkedProject(more);
  projects.push(project);
  return project;
};

afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

describe.each<EslintVersion>(['ESLint 10', 'ESLint 9'])('the command line of %s', (version) => {
  it('reports the same in a plain run, with a cache, from the cache, and on two threads', () => {
    const project = open();
    const plain = eslint(project, version);
    expect(plain.places).toEqual(expected);
    expect(eslint(project, version, ['--cache']).results).toEqual(plain.results);
    expect(eslint(project, version, ['--cache']).results).toEqual(plain.results);
    expect(eslint(project, version, ['--concurrency', '2']).results).toEqual(plain.results);
    expect(eslint(project, version, ['--cache', '--concurrency', '2']).results).toEqual(plain.results);
  });

  it('does not keep verdicts of files that did not change when something they depend on did', () => {
    const project = open();
    expect(eslint(project, version, ['--cache']).places).toEqual(expected);

    // A barrel takes the deprecated class out of one consumer's sight.
    project.write({ 'src/agents/index.ts': "export { UserContext as State } from '../context/user-context.js';\n" });
    const withoutBarrel = expected.filter((place) => !/index|stop/.test(place));
    expect(eslint(project, version, ['--cache']).places).toEqual(withoutBarrel);

    // The configuration no longer knows the concern of one rule.
    const config = files['ssot.config.json'] as { concerns: Record<string, unknown> };
    project.write({ 'ssot.config.json': { concerns: { context: config.concerns['context'] } } });
    const withoutHttp = withoutBarrel.filter((place) => !place.includes('single-source'));
    expect(eslint(project, version, ['--cache']).places).toEqual(withoutHttp);

    // The twin is no longer a drop-in, so that the fix of its consumer is one no more.
    const fixOf = (results: unknown) =>
      (results as { filePath: string; messages: { fix?: unknown }[] }[]).find(({ filePath }) =>
        filePath.endsWith('run.ts'),
      )?.messages[0]?.fix;
    expect(fixOf(eslint(project, version, ['--cache']).results)).toBeDefined();
    project.write({
      'src/agents/state.ts':
        'export class AgentState {\n  constructor(readonly run: number, readonly user: string) {}\n}\n',
    });
    expect(fixOf(eslint(project, version, ['--cache']).results)).toBeUndefined();
    expect(eslint(project, version, ['--cache']).results).toEqual(eslint(project, version).results);
  });

  it('does not keep verdicts by a configuration inside the workspace that was edited', () => {
    const inner = (drivers: string[]): string => {
      const config = { concerns: { http: { title: 'HTTP client', canonical: 'http.ts', drivers } } };
      return `export default ${JSON.stringify(config)};\n`;
    };
    const project = open({
      'src/inner/ssot.config.mjs': inner([]),
      'src/inner/http.ts': 'export const http = 1;\n',
      'src/inner/use.ts': "import got from 'got';\n\ngot();\n",
    });
    expect(eslint(project, version, ['--cache']).places).toEqual(expected);
    project.write({ 'src/inner/ssot.config.mjs': inner(['got']) });
    const places = [...expected, 'ssot/single-source src/inner/use.ts:1:8'];
    expect(eslint(project, version, ['--cache']).places.sort()).toEqual(places.sort());
  });

  it('fixes what is safe, and has nothing left to fix after that', () => {
    const project = open();
    const fixed = eslint(project, version, ['--fix']).places;
    expect(fixed).not.toContain('ssot/no-deprecated-context src/agents/run.ts:1:10');
    expect(eslint(project, version, ['--fix']).places).toEqual(fixed);
  });

  it('reports the same with type information', () => {
    const project = open({
      'eslint.config.js': eslintConfig.replace(
        '{ parser: tseslint.parser }',
        '{ parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } }',
      ),
    });
    expect(eslint(project, version).places).toEqual(expected);
  });

  it('takes a configuration in CommonJS', () => {
    const project = open({
      'eslint.config.js': '',
      'eslint.config.cjs': `const tseslint = require('typescript-eslint');
const ssot = require('eslint-plugin-ssot');
module.exports = [
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },
  ...ssot.configs.recommended,
];
`,
    });
    expect(eslint(project, version, ['--config', 'eslint.config.cjs']).places).toEqual(expected);
  });

  it('takes a configuration in TypeScript, by name through `extends`', () => {
    const project = open({
      'eslint.config.ts': `import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import ssot from 'eslint-plugin-ssot';

export default defineConfig([
  {
    files: ['src/**/*.ts'],
    plugins: { ssot },
    languageOptions: { parser: tseslint.parser },
    extends: ['ssot/recommended'],
  },
]);
`,
    });
    expect(eslint(project, version, ['--config', 'eslint.config.ts']).places).toEqual(expected);
  });
});
