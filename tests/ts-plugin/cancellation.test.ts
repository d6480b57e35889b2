import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { workspace } from '../end-to-end/linted-project.js';
import { temporaryProject, type TemporaryProject } from '../eslint-plugin/temporary-project.js';
import { copyPlugin, tsconfig } from './plugin-project.js';
import { TsServer, typescripts, type TypeScriptName } from './tsserver.js';

const projects: TemporaryProject[] = [];
const servers: TsServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  for (const project of projects.splice(0)) project.remove();
});

/** The real core. Where a file `cancel` is found when a check asks for types, it asks to cancel the request that is running. */
const core = `
const { existsSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const core = require(${JSON.stringify(join(workspace, 'rule-core', 'dist', 'index.cjs'))});
const root = join(__dirname, '..', '..', '..');
module.exports = {
  ...core,
  typesOf(...program) {
    const ask = core.typesOf(...program);
    return (positions) => {
      if (existsSync(join(root, 'cancel'))) {
        rmSync(join(root, 'cancel'));
        writeFileSync(join(root, 'pipe'), '');
        // tsserver looks at the pipe every 20 ms.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
      }
      return ask(positions);
    };
  },
};
`;

const consumer = `import { AgentState } from '../agents/state';
import { bridges } from '../ws/bridges';

export const start = (user: string) => new AgentState(user);
export const send = () => bridges.map((bridge) => bridge.sendMessage('a'));
export const wrong: number = 'one';
`;

/** What stands at the end of \`consumer\` is found by types alone, and by a rule behind the one that finds the import. */
const found = [2322, 71001, 71005];

function start(version: TypeScriptName): { tsserver: TsServer; project: TemporaryProject; file: string } {
  const project = temporaryProject({
    'tsconfig.json': tsconfig({ plugins: [{ name: 'cancelled-plugin' }] }),
    'ssot.config.json': {
      concerns: {
        context: {
          preset: 'execution-context',
          canonical: 'src/context/user-context.ts#UserContext',
          replacements: [{ from: 'src/agents/state.ts#AgentState', to: 'UserContext' }],
        },
        websocket: {
          preset: 'websocket',
          canonical: 'src/ws/bridge.ts#WebSocketBridge',
          methods: { sendMessage: 'sendToThread' },
          events: [],
        },
      },
    },
    'src/context/user-context.ts': 'export class UserContext {\n  constructor(readonly user: string) {}\n}\n',
    'src/agents/state.ts': 'export class AgentState {\n  constructor(readonly user: string) {}\n}\n',
    'src/ws/bridge.ts':
      'export class WebSocketBridge {\n  sendToThread(thread: string): void {}\n  sendMessage(thread: string): void {}\n}\n',
    'src/ws/bridges.ts':
      "import { WebSocketBridge } from './bridge';\n\nexport const bridges = [new WebSocketBridge()];\n",
    'src/run/consumer.ts': consumer,
    'node_modules/@ssot/rule-core/package.json': { name: '@ssot/rule-core', main: 'index.js' },
    'node_modules/@ssot/rule-core/index.js': core,
  });
  projects.push(project);
  copyPlugin(project, 'cancelled-plugin');
  const tsserver = new TsServer(version, ['--allowLocalPluginLoads', '--cancellationPipeName', project.path('pipe')]);
  servers.push(tsserver);
  const file = project.path('src/run/consumer.ts');
  tsserver.open(file);
  return { tsserver, project, file };
}

/** The next request is cancelled in the middle of our checks. */
function cancelNext(project: TemporaryProject): void {
  writeFileSync(project.path('cancel'), '');
}

/** Whether a request was cancelled since the last call. */
function wasCancelled(project: TemporaryProject): boolean {
  const cancelled = existsSync(project.path('pipe'));
  rmSync(project.path('pipe'), { force: true });
  return cancelled;
}

describe.each(Object.keys(typescripts) as TypeScriptName[])('a cancelled request in %s', (version) => {
  it('ends as such, and leaves nothing half-done behind', async () => {
    const { tsserver, project, file } = start(version);
    cancelNext(project);
    expect(await tsserver.request('semanticDiagnosticsSync', { file })).toEqual({ canceled: true });
    expect(wasCancelled(project)).toBe(true);
    const diagnostics = await tsserver.diagnostics(file);
    expect(diagnostics.map(({ code }) => code).sort()).toEqual(found);
    expect(wasCancelled(project)).toBe(false);
  });

  it('forgets nothing of what was found before', async () => {
    const { tsserver, project, file } = start(version);
    expect((await tsserver.diagnostics(file)).map(({ code }) => code).sort()).toEqual(found);
    const edited = `${consumer}export const more = 1;\n`;
    tsserver.change(file, consumer, edited);
    cancelNext(project);
    expect(await tsserver.request('semanticDiagnosticsSync', { file })).toEqual({ canceled: true });
    expect(wasCancelled(project)).toBe(true);
    // While it does not parse, what was found last stands: not the half of it.
    tsserver.change(file, edited, `${edited}export const =`);
    expect((await tsserver.violations(file)).map(({ code }) => code)).toEqual(found.slice(1));
  });

  it('changes no file: fix all answers when it is asked again', async () => {
    const { tsserver, project, file } = start(version);
    const scope = { type: 'file', args: { file } };
    cancelNext(project);
    expect(await tsserver.request('getCombinedCodeFix', { scope, fixId: 'ssot' })).toEqual({ canceled: true });
    expect(wasCancelled(project)).toBe(true);
    const body = await tsserver.request('getCombinedCodeFix', { scope, fixId: 'ssot' });
    const texts = (body as { changes: { textChanges: { newText: string }[] }[] }).changes.flatMap(({ textChanges }) =>
      textChanges.map(({ newText }) => newText),
    );
    expect(texts.join('\n')).toMatch(/UserContext[\s\S]*sendToThread/);
  });
});
