import { afterEach, describe, expect, it } from 'vitest';

import { temporaryProject, type TemporaryProject } from '../eslint-plugin/temporary-project.js';
import { consumer, copyPlugin, files, tsconfig } from './plugin-project.js';
import { TsServer, typescripts, type TypeScriptName } from './tsserver.js';

const projects: TemporaryProject[] = [];
const servers: TsServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  for (const project of projects.splice(0)) project.remove();
});

/**
 * A project with the plugin as it is built, over a core that fails. It has a name of its own, since tsserver prefers plugins
 * that are installed beside TypeScript.
 */
function failing(version: TypeScriptName, core: string): { tsserver: TsServer; file: string } {
  const project = temporaryProject({
    ...files,
    'tsconfig.json': tsconfig({ plugins: [{ name: 'failing-plugin' }] }),
    'src/run/consumer.ts': consumer,
    'node_modules/@ssot/rule-core/package.json': { name: '@ssot/rule-core', main: 'index.js' },
    'node_modules/@ssot/rule-core/index.js': core,
  });
  projects.push(project);
  copyPlugin(project, 'failing-plugin');
  const tsserver = new TsServer(version, ['--allowLocalPluginLoads']);
  servers.push(tsserver);
  const file = project.path('src/run/consumer.ts');
  tsserver.open(file);
  return { tsserver, file };
}

const rest = `
  rules: [{ name: 'single-source', code: 71002, description: 'x' }],
  workspaceSettings: () => ({ root: __dirname, watchedFiles: () => [], hosts: { tsserver: 'on' } }),
  typesOf: () => () => [],
  fixFile() { throw new Error('no fix'); },
`;

describe.each(Object.keys(typescripts) as TypeScriptName[])('in %s', (version) => {
  it("shows an error of ours once, beside TypeScript's own", async () => {
    const { tsserver, file } = failing(
      version,
      `module.exports = { ${rest} lintFile() { throw new TypeError('boom'); } };`,
    );
    const diagnostics = await tsserver.diagnostics(file);
    expect(diagnostics.map(({ code, text }) => [code, text])).toEqual([
      [2322, "Type 'string' is not assignable to type 'number'."],
      [
        71000,
        'This file was not checked: TypeError: boom. This is a bug in @ssot/typescript-plugin; please report it with this message.',
      ],
    ]);
    const [wrong, ours] = diagnostics;
    if (wrong === undefined || ours === undefined) throw new Error('no diagnostics');
    expect(ours).toMatchObject({ start: { line: 1, offset: 1 }, end: { line: 1, offset: 46 } });
    // No request fails for it.
    expect(await tsserver.fixes(file, wrong)).toEqual([]);
    expect(await tsserver.fixes(file, { ...ours, code: 71002 })).toEqual([]);
    expect(await tsserver.request('quickinfo', { file, line: 3, offset: 14 })).toMatchObject({ kind: 'const' });
    expect(
      await tsserver.request('getCombinedCodeFix', { scope: { type: 'file', args: { file } }, fixId: 'ssot' }),
    ).toMatchObject({ changes: [] });
  });

  it('shows a rule that fails beside what the others found', async () => {
    const violation = `{ rule: 'single-source', message: 'found', range: [9, 19], related: [], tags: [], fix: null, suggestions: [] }`;
    const { tsserver, file } = failing(
      version,
      `module.exports = { ${rest} lintFile: () => ({ kind: 'linted', violations: [${violation}], suppressed: [], failures: ['bad luck'] }) };`,
    );
    expect((await tsserver.diagnostics(file)).map(({ code, text }) => [code, text])).toEqual([
      [2322, "Type 'string' is not assignable to type 'number'."],
      [71002, 'found'],
      [
        71000,
        'This file was not checked: bad luck. This is a bug in @ssot/typescript-plugin; please report it with this message.',
      ],
    ]);
  });

  it('says what to do where this machine lacks something', async () => {
    const { tsserver, file } = failing(
      version,
      `class ParserUnavailableError extends Error { name = 'ParserUnavailableError' }
module.exports = { ${rest} lintFile() { throw new ParserUnavailableError('Install it again.'); } };`,
    );
    expect((await tsserver.diagnostics(file)).map(({ text }) => text)).toEqual([
      "Type 'string' is not assignable to type 'number'.",
      'Install it again.',
    ]);
  });

  it("costs nothing of TypeScript's where the core does not even load", async () => {
    const { tsserver, file } = failing(version, "throw new Error('not here');");
    expect((await tsserver.diagnostics(file)).map(({ code }) => code)).toEqual([2322]);
  });
});
