import { describe, expect, it } from 'vitest';
import { rules } from '../../rule-core/src/index.js';
import { cliProject, smallProject } from './cli-project.js';

const consumer = "export const load = () => fetch('/users');\n";

describe('ssot explain', () => {
  it.each(rules.map(({ name, description }) => [name, description]))(
    'explains the rule %s',
    async (name, description) => {
      const { status, out } = await cliProject(smallProject).ssot('explain', name);
      expect(status).toBe(0);
      expect(out).toContain(`${name}: ${description}\n`);
      expect(out).not.toMatch(/\{\{/);
    },
  );

  it('explains a concern', async () => {
    const project = cliProject({ ...smallProject, 'src/load.ts': consumer });
    const { out } = await project.ssot('explain', 'http');
    expect(out).toContain('http: HTTP client, checked by single-source\n');
    expect(out).toContain('The single source of truth:\n  src/http.ts#http\n');
    expect(out).toContain('Only it may use:\n  global:fetch\n');
    expect(out).toContain('1 violation, 0 of them accepted; 0 of 1 consumers use it alone.');
  });

  it('explains what is reported at a line', async () => {
    const project = cliProject({ ...smallProject, 'src/load.ts': consumer });
    const { out } = await project.ssot('explain', 'src/load.ts:1');
    expect(out).toContain("src/load.ts:1:27 'fetch' may be used only inside http");
    expect(out).toContain('rule     ssot/single-source (check driver-bypass)\nconcern  http\nsymbol   global:fetch\n');
    expect(out).toContain('// eslint-disable-next-line ssot/single-source -- <reason>');
    expect((await project.ssot('explain', 'src/load.ts:9')).out).toBe(
      'Nothing is reported at src/load.ts:9. In this file: line 1.\n',
    );
  });
});

describe('ssot doctor', () => {
  it('tells what is there, what is not, and what to do', async () => {
    const project = cliProject({
      ...smallProject,
      'node_modules/eslint/package.json': '{ "version": "8.57.0" }',
      'node_modules/typescript/package.json': '{ "version": "6.0.3" }',
      'node_modules/typescript/lib/tsserver.js': '',
      'node_modules/@ssot/typescript-plugin/package.json': '{ "version": "0.1.0" }',
      'tsconfig.json': '{ "compilerOptions": { "plugins": [{ "name": "@ssot/typescript-plugin" }] } }',
    });
    const { status, out } = await project.ssot('doctor');
    expect(status).toBe(2);
    expect(out).toContain('problem  ESLint: ESLint 8.57.0 is too old\n         → Update to ESLint 9.39 or later.\n');
    expect(out).toContain('ok       tsserver: TypeScript 6.0.3 with @ssot/typescript-plugin 0.1.0 in tsconfig.json\n');
    expect(out).toContain('note     pre-commit hook: no git repository\n');
    expect(out).toContain('\n1 to put right.\n');
  });

  it('tells that TypeScript 7 has no tsserver', async () => {
    const project = cliProject({ ...smallProject, 'node_modules/typescript/package.json': '{ "version": "7.0.1" }' });
    expect((await project.ssot('doctor')).out).toContain(
      'tsserver: TypeScript 7.0.1 has no tsserver that loads plugins',
    );
  });

  it('repeats what is wrong with the configuration', async () => {
    const project = cliProject({
      ...smallProject,
      'ssot.config.json': '{ "concerns": { "http": { "canonical": "src/x.ts#http" } } }',
    });
    const { status, out } = await project.ssot('doctor');
    expect(status).toBe(2);
    expect(out).toMatch(/problem {2}configuration: ssot\.config\.json:1:\d+ .*src\/x\.ts/);
  });
});
