import { afterEach, describe, expect, it } from 'vitest';

import type { TemporaryProject } from '../eslint-plugin/temporary-project.js';
import { consumer, files, pluginProject, probeLocation, tsconfig } from './plugin-project.js';
import { slashed, TsServer, typescripts, type Diagnostic, type TypeScriptName } from './tsserver.js';

const servers: TsServer[] = [];
const projects: TemporaryProject[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  for (const project of projects.splice(0)) project.remove();
});

function project(more = {}): TemporaryProject {
  const made = pluginProject(more);
  projects.push(made);
  return made;
}

function server(version: TypeScriptName = 'TypeScript 6.0', args: readonly string[] = []): TsServer {
  const started = new TsServer(version, args);
  servers.push(started);
  return started;
}

/** A diagnostic in one line: `71001 3:21-3:31`. */
function place({ code, start, end }: Diagnostic): string {
  return `${code ?? ''} ${start.line}:${start.offset}-${end.line}:${end.offset}`;
}

const message =
  "'AgentState' is a second execution context; 'context' belongs to UserContext (src/context/user-context.ts). Use UserContext.";

describe.each(Object.keys(typescripts) as TypeScriptName[])('in %s', (version) => {
  it("shows a violation beside TypeScript's own errors", async () => {
    const made = project({ 'src/consumer.ts': consumer, 'src/run/consumer.ts': consumer });
    const tsserver = server(version);
    const file = made.path('src/run/consumer.ts');
    tsserver.open(file);
    expect(await tsserver.diagnostics(file)).toEqual([
      expect.objectContaining({ code: 2322, category: 'error' }),
      {
        start: { line: 1, offset: 10 },
        end: { line: 1, offset: 20 },
        text: message,
        code: 71001,
        category: 'error',
        source: 'ssot',
        reportsDeprecated: {},
        relatedInformation: [
          {
            span: {
              start: { line: 1, offset: 14 },
              end: { line: 1, offset: 25 },
              file: slashed(made.path('src/context/user-context.ts')),
            },
            message: "'UserContext' is the single source of 'context'.",
            category: 'message',
            code: 0,
          },
        ],
      },
    ]);
  });

  it('shows it by `geterr`, too, which editors use', async () => {
    const made = project({ 'src/run/consumer.ts': consumer });
    const tsserver = server(version);
    tsserver.open(made.path('src/run/consumer.ts'));
    const events = await tsserver.geterr(made.path('src/run/consumer.ts'));
    expect(events.find(({ event }) => event === 'semanticDiag')?.diagnostics.map(place)).toEqual([
      '2322 4:14-4:19',
      '71001 1:10-1:20',
    ]);
  });

  it('follows what is typed, and keeps what still stands while the file does not parse', async () => {
    const made = project({ 'src/run/consumer.ts': consumer });
    const tsserver = server(version);
    const file = made.path('src/run/consumer.ts');
    tsserver.open(file);
    const shown = async (before: string, after: string) => {
      tsserver.change(file, before, after);
      return (await tsserver.violations(file)).map(place);
    };
    const moved = `\n\n${consumer}`;
    expect(await shown(consumer, moved)).toEqual(['71001 3:10-3:20']);
    const openString = moved.replace("'one'", "'one");
    expect(await shown(moved, openString)).toEqual(['71001 3:10-3:20']);
    const above = openString.replace('\n\n', 'const a = {\n\n\n');
    expect(await shown(openString, above)).toEqual(['71001 4:10-4:20']);
    // What is being edited is not what was found.
    const touched = above.replace('AgentState }', 'AgentStat }');
    expect(await shown(above, touched)).toEqual([]);
    expect(await shown(touched, consumer)).toEqual(['71001 1:10-1:20']);
  });

  it('is not doubled by an edit of the tsconfig', async () => {
    const made = project({ 'src/run/consumer.ts': consumer });
    const tsserver = server(version);
    const file = made.path('src/run/consumer.ts');
    tsserver.open(file);
    expect(await tsserver.violations(file)).toHaveLength(1);
    for (const noUnusedLocals of [true, false]) {
      const updated = tsserver.event('projectsUpdatedInBackground');
      made.write({ 'tsconfig.json': tsconfig({ noUnusedLocals }) });
      await updated;
      expect(await tsserver.violations(file)).toHaveLength(1);
    }
  });

  it('says nothing of files that are on no disk', async () => {
    const made = project({ 'src/run/consumer.ts': consumer });
    // As VS Code starts it.
    const tsserver = server(version, [
      '--useInferredProjectPerProjectRoot',
      '--globalPlugins',
      '@ssot/typescript-plugin',
      '--pluginProbeLocations',
      probeLocation,
    ]);
    for (const file of ['^/untitled/ts-nul-authority/Untitled-1', '^/vscode-vfs/github/some/repository/src/a.ts']) {
      tsserver.open(file, "import axios from 'axios';\nexport const wrong: number = 'one';\naxios.get('/');\n", {
        scriptKindName: 'TS',
        projectRootPath: made.path('src'),
      });
      expect((await tsserver.diagnostics(file)).map(({ code }) => code)).toEqual([2322]);
    }
  });

  it('keeps out of the mode without semantics', async () => {
    const made = project({ 'src/run/consumer.ts': consumer });
    const tsserver = server(version, ['--serverMode', 'partialSemantic', '--globalPlugins', '@ssot/typescript-plugin']);
    const file = made.path('src/run/consumer.ts');
    tsserver.open(file);
    await expect(tsserver.request('semanticDiagnosticsSync', { file: slashed(file) })).rejects.toThrow();
    expect(await tsserver.request('quickinfo', { file: slashed(file), line: 3, offset: 14 })).toMatchObject({
      displayString: expect.stringContaining('start') as string,
    });
  });
});

describe.each(['TypeScript 6.0', 'TypeScript 5.9'] as const)('in a long file, %s', (version) => {
  it('shows what is on the screen first, and the rest after it', async () => {
    const filler = 'export const filler = 1;\n'.replace('filler', 'filler');
    const lines = Array.from({ length: 700 }, (_, line) => filler.replace('filler', `filler${line}`)).join('');
    const text = `import { AgentState } from '../agents/state';\n${lines}import axios from 'axios';\nexport { AgentState, axios };\n`;
    const made = project({ 'src/run/long.ts': text });
    const tsserver = server(version);
    const file = made.path('src/run/long.ts');
    tsserver.open(file);
    const range = { startLine: 1, startOffset: 1, endLine: 40, endOffset: 1 };
    const events = await tsserver.geterr(file, { files: [{ file: slashed(file), ranges: [range] }] });
    const shown = events.filter(({ event }) => event !== 'configFileDiag');
    expect(shown.map(({ event, diagnostics }) => [event, diagnostics.map(place)])).toEqual([
      ['syntaxDiag', []],
      ['regionSemanticDiag', ['71001 1:10-1:20']],
      ['semanticDiag', ['71001 1:10-1:20', '71002 702:8-702:13']],
      ['suggestionDiag', []],
    ]);
  });
});

describe('what a team has decided', () => {
  const shown = async (more: object, file = 'src/run/consumer.ts') => {
    const made = project(more);
    const tsserver = server();
    tsserver.open(made.path(file));
    return (await tsserver.violations(made.path(file))).map(place);
  };

  it('counts in comments for ESLint', async () => {
    expect(
      await shown({
        'src/run/consumer.ts': `// eslint-disable-next-line ssot/no-deprecated-context -- until March\n${consumer}`,
      }),
    ).toEqual([]);
    expect(await shown({ 'src/run/consumer.ts': `/* eslint-disable ssot/single-source */\n${consumer}` })).toEqual([
      '71001 2:10-2:20',
    ]);
  });

  it('counts in ignored files, exceptions and the language', async () => {
    const config = files['ssot.config.json'] as { concerns: Record<string, object> };
    const context = { ...config.concerns['context'], exceptions: [{ files: ['src/run/**'], reason: 'old' }] };
    expect(
      await shown({
        'src/run/consumer.ts': consumer,
        'ssot.config.json': { concerns: { ...config.concerns, context } },
      }),
    ).toEqual([]);
    expect(
      await shown({ 'src/run/consumer.ts': consumer, 'ssot.config.json': { ...config, ignore: ['src/run/**'] } }),
    ).toEqual([]);
  });

  it('leaves the editor to ESLint where tsserver is to be quiet', async () => {
    const config = files['ssot.config.json'] as object;
    const quiet = { ...config, hosts: { tsserver: 'quiet' } };
    expect(await shown({ 'src/run/consumer.ts': consumer, 'ssot.config.json': quiet })).toEqual([]);
  });

  it.each([
    ['src/run/consumer.js', "import { AgentState } from '../agents/state';\nexport default AgentState;\n"],
    [
      'src/run/consumer.tsx',
      "import { AgentState } from '../agents/state';\nexport const A = () => <p>{String(AgentState)}</p>;\n",
    ],
    ['src/run/consumer.mts', "import { AgentState } from '../agents/state';\nexport default AgentState;\n"],
  ])('counts in %s as in TypeScript', async (file, text) => {
    expect(await shown({ [file]: text }, file)).toEqual(['71001 1:10-1:20']);
  });

  it('has a mistake in the configuration shown at the top of the file', async () => {
    const made = project({
      'src/run/consumer.ts': consumer,
      'ssot.config.json': { concerns: { http: { canonical: 'src/lib/htp.ts#http', drivers: ['axios'] } } },
    });
    const tsserver = server();
    tsserver.open(made.path('src/run/consumer.ts'));
    expect(await tsserver.violations(made.path('src/run/consumer.ts'))).toEqual([
      expect.objectContaining({
        code: 71002,
        start: { line: 1, offset: 1 },
        end: { line: 1, offset: 7 },
        text: expect.stringContaining('Did you mean') as string,
      }),
    ]);
  });
});

describe('edits of the configuration', () => {
  it('show at once, also of a configuration that appears', async () => {
    const made = project({ 'src/run/consumer.ts': consumer });
    const tsserver = server();
    const file = made.path('src/run/consumer.ts');
    tsserver.open(file);
    expect(await tsserver.violations(file)).toHaveLength(1);

    const config = files['ssot.config.json'] as object;
    const updated = tsserver.event('projectsUpdatedInBackground');
    made.write({ 'ssot.config.json': { ...config, ignore: ['src/run/**'] } });
    expect(await updated).toEqual({ openFiles: [slashed(file)] });
    expect(await tsserver.violations(file)).toEqual([]);

    const again = tsserver.event('projectsUpdatedInBackground');
    made.write({ 'ssot.config.json': config });
    await again;
    expect(await tsserver.violations(file)).toHaveLength(1);
  });
});

describe('several projects', () => {
  it('each have what is theirs', async () => {
    const one = project({ 'src/run/consumer.ts': consumer });
    const other = project({
      'src/run/consumer.ts': consumer,
      'ssot.config.json': { concerns: { http: { canonical: 'src/lib/http.ts#http', drivers: ['axios'] } } },
    });
    const tsserver = server();
    tsserver.open(one.path('src/run/consumer.ts'));
    tsserver.open(other.path('src/run/consumer.ts'));
    expect(await tsserver.violations(one.path('src/run/consumer.ts'))).toHaveLength(1);
    expect(await tsserver.violations(other.path('src/run/consumer.ts'))).toEqual([]);
    tsserver.close(one.path('src/run/consumer.ts'));
    tsserver.open(other.path('src/lib/http.ts'));
    expect(await tsserver.violations(other.path('src/lib/http.ts'))).toEqual([]);
  });

  it('may refer to each other', async () => {
    const reference = { ...tsconfig({ composite: true }), include: ['**/*'] };
    const made = project({
      'tsconfig.json': { files: [], references: [{ path: './src/agents' }, { path: './src/run' }] },
      'src/agents/tsconfig.json': reference,
      'src/run/tsconfig.json': { ...reference, references: [{ path: '../agents' }] },
      'src/run/consumer.ts': consumer,
    });
    const tsserver = server();
    tsserver.open(made.path('src/run/consumer.ts'));
    tsserver.open(made.path('src/agents/state.ts'));
    expect((await tsserver.violations(made.path('src/run/consumer.ts'))).map(place)).toEqual(['71001 1:10-1:20']);
    expect((await tsserver.violations(made.path('src/agents/state.ts'))).map(place)).toEqual(['71001 1:14-1:24']);
  });

  it('need no tsconfig where the editor loads the plugin for all', async () => {
    const made = project({ 'src/run/consumer.ts': consumer, 'tsconfig.json': { compilerOptions: { types: [] } } });
    const tsserver = server('TypeScript 6.0', [
      '--globalPlugins',
      '@ssot/typescript-plugin',
      '--pluginProbeLocations',
      probeLocation,
    ]);
    tsserver.open(made.path('src/run/consumer.ts'));
    expect((await tsserver.violations(made.path('src/run/consumer.ts'))).map(place)).toEqual(['71001 1:10-1:20']);
  });

  it('do not have a violation twice where the tsconfig names what is loaded for all', async () => {
    const made = project({ 'src/run/consumer.ts': consumer });
    const tsserver = server('TypeScript 6.0', [
      '--globalPlugins',
      '@ssot/typescript-plugin',
      '--pluginProbeLocations',
      probeLocation,
    ]);
    tsserver.open(made.path('src/run/consumer.ts'));
    expect(await tsserver.violations(made.path('src/run/consumer.ts'))).toHaveLength(1);
  });
});
