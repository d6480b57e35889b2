import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  formatProblem,
  loadConfig,
  nodeDisk,
  resolveConfig,
  type ConcernOverlay,
  type Disk,
  type SsotConfig,
} from '../../../rule-core/src/config/index.js';
import { memoryDisk } from './memory-disk.js';
import { temporaryFolder, write } from './temporary-folder.js';

const IDS = 'export class IdManager { static generateRunId() {} }';
const platform = memoryDisk({
  'src/core/id-manager.ts': IDS,
  'src/utils/run-id-generator.ts': 'export function generateRunId() {}',
  'src/context/user-execution-context.ts': 'export class UserExecutionContext {}',
  'src/agents/state.ts': 'export class DeepAgentState {}',
  'src/db/clickhouse.ts': 'export class ClickHouseManager {}\nexport function getClickHouseManager() {}',
  'src/db/clickhouse-service.ts': 'export class ClickHouseService {}',
  'src/ws/websocket-bridge.ts': 'export class WebSocketBridge {}',
  'src/ws/websocket-manager.ts': 'export class WebSocketManager {}',
  'src/ws/websocket_bridge_adapter.ts': 'export class WebSocketBridgeAdapter {}',
  'src/agents/supervisor-consolidated.ts': 'export class SupervisorAgent {}',
  'src/agents/supervisor/agent-execution-core.ts': 'export class AgentExecutionCore {}',
  'src/agents/supervisor/tools.ts': '',
  'src/lib/http.ts': 'export const http = {};',
  'src/lib/sse/stream.ts': '',
});

function load(config: SsotConfig) {
  const root = temporaryFolder({ 'ssot.config.json': JSON.stringify(config, undefined, 2) });
  return { root, loaded: loadConfig(join(root, 'ssot.config.json')) };
}

function resolve(config: SsotConfig, disk: Disk = platform, overlay?: ConcernOverlay) {
  const resolution = resolveConfig({ ...load(config), disk, overlay });
  return { ...resolution, messages: resolution.problems.map(formatProblem) };
}

function withoutFile(disk: Disk, overlay?: ConcernOverlay) {
  const resolution = resolveConfig({ root: '/w', loaded: undefined, disk, overlay });
  return { ...resolution, messages: resolution.problems.map(formatProblem) };
}

/** Options that no type checker saw, as a JavaScript config or oxlint passes them on. */
function asOptions(json: string): ConcernOverlay['options'] {
  return JSON.parse(json) as ConcernOverlay['options'];
}

const texts = (references: readonly { text: string }[]): string[] => references.map(({ text }) => text);

describe('without a config file', () => {
  it('applies the presets whose canonical exists', () => {
    const { config, messages } = withoutFile(platform);
    expect(messages).toEqual([]);
    expect(config.file).toBeUndefined();
    expect(config.concerns.map(({ id, preset, canonical }) => [id, preset, texts(canonical)])).toEqual([
      ['id-generation', 'id-generation', ['src/core/id-manager.ts#IdManager']],
      ['execution-context', 'execution-context', ['src/context/user-execution-context.ts#UserExecutionContext']],
      ['clickhouse', 'clickhouse', ['src/db/clickhouse.ts#ClickHouseManager']],
      [
        'websocket',
        'websocket',
        ['src/ws/websocket-bridge.ts#WebSocketBridge', 'src/ws/websocket-manager.ts#WebSocketManager'],
      ],
      ['supervisor', 'supervisor', ['src/agents/supervisor-consolidated.ts#SupervisorAgent']],
    ]);
    expect(config.concerns.map(({ replacements }) => replacements.map(({ from, to }) => [from.text, to.text]))).toEqual(
      [
        [['src/utils/run-id-generator.ts#generateRunId', 'IdManager.generateRunId']],
        [['src/agents/state.ts#DeepAgentState', 'UserExecutionContext']],
        [['src/db/clickhouse-service.ts#ClickHouseService', 'ClickHouseManager']],
        [['src/ws/websocket_bridge_adapter.ts#WebSocketBridgeAdapter', 'WebSocketBridge']],
        [['src/agents/supervisor/agent-execution-core.ts#AgentExecutionCore', 'SupervisorAgent']],
      ],
    );
    expect(config.concerns.every(({ replacements }) => replacements.every(({ fromPreset }) => fromPreset))).toBe(true);
    expect(config.concerns.map(({ accessors }) => accessors)).toEqual([[], [], ['getClickHouseManager'], [], []]);
    expect(config.concerns.map(({ dependsOn }) => dependsOn)).toEqual([
      [],
      [],
      [],
      ['id-generation'],
      ['execution-context'],
    ]);
    expect(config.concerns.map(({ lifetime }) => lifetime)).toEqual([
      'process',
      'request',
      'process',
      'process',
      'process',
    ]);
    expect(config.concerns.map(({ remove }) => remove)).toEqual([[], [], [], [], ['src/agents/supervisor/**']]);
    expect(config.concerns.map(({ noun }) => noun)).toEqual([
      'ID generator',
      'execution context',
      'ClickHouse manager',
      'WebSocket bridge',
      'supervisor',
    ]);
  });

  it.each(['id-manager.ts', 'idManager.ts', 'IdManager.js', 'id_manager.mts', 'id-manager/index.ts'])(
    'knows core/%s',
    (name) => {
      const { config } = withoutFile(memoryDisk({ [`packages/a/core/${name}`]: 'export class IDManager {}' }));
      expect(config.concerns.map(({ canonical }) => texts(canonical))).toEqual([[`packages/a/core/${name}#IDManager`]]);
    },
  );

  it('takes the best convention, then the shortest path, then the first by alphabet', () => {
    const ids = 'export class IdManager {}';
    const canonical = (files: Record<string, string>) =>
      withoutFile(memoryDisk(files)).config.concerns.flatMap((concern) => texts(concern.canonical));
    expect(canonical({ 'id-manager.ts': ids, 'src/deep/core/id-manager.ts': ids })).toEqual([
      'src/deep/core/id-manager.ts#IdManager',
    ]);
    expect(
      canonical({ 'b/core/id-manager.ts': ids, 'a/core/id-manager.ts': ids, 'a/b/core/id-manager.ts': ids }),
    ).toEqual(['a/core/id-manager.ts#IdManager']);
    expect(
      canonical({ 'a/core/id-manager.ts': 'import { IdManager } from "x";', 'a/b/core/id-manager.ts': ids }),
    ).toEqual(['a/b/core/id-manager.ts#IdManager']);
    expect(canonical({ 'dist/core/id-manager.js': ids, 'src/lib/core/id-manager.ts': ids })).toEqual([
      'src/lib/core/id-manager.ts#IdManager',
    ]);
  });

  it('says what to do if there is none', () => {
    const { config, messages, problems } = withoutFile(memoryDisk(['src/index.ts']));
    expect(config.concerns).toEqual([]);
    expect(messages).toEqual([
      "ssot.config.json no ssot.config found and none of the presets' default modules exist " +
        '(core/id-manager#IdManager, user-execution-context#UserExecutionContext, db/clickhouse#ClickHouseManager, ' +
        'websocket-bridge#WebSocketBridge, supervisor-consolidated#SupervisorAgent). Add an ssot.config.json that names the single sources of truth, such as ' +
        '{ "concerns": { "ids": { "preset": "id-generation", "canonical": "src/core/id-manager.ts#IdManager" } } }.',
    ]);
    expect(problems[0]?.concern).toBeUndefined();
  });
});

describe('a config file', () => {
  it('declares all there is', () => {
    const { config, messages, root } = {
      ...resolve({ concerns: { http: { title: 'HTTP client', canonical: 'src/lib/http#http' } } }),
      root: '',
    };
    expect(messages).toEqual([]);
    expect(root).toBe('');
    expect(config.concerns).toEqual([
      {
        id: 'http',
        preset: undefined,
        title: 'HTTP client',
        noun: 'HTTP client',
        canonical: [
          { kind: 'module', text: 'src/lib/http#http', module: 'src/lib/http.ts', subpath: '', exportPath: ['http'] },
        ],
        importSpecifiers: {},
        accessors: [],
        replacements: [],
        drivers: [],
        allow: [],
        names: [],
        formats: [],
        methods: {},
        events: [],
        endpoints: [],
        remove: [],
        dependsOn: [],
        exceptions: [],
        forms: {},
        lifetime: 'process',
      },
    ]);
    expect(config.tests).toEqual(['**/*.{test,spec,cy}.*', '**/__tests__/**', '**/__mocks__/**', '**/test-utils/**']);
    expect(config.baseline).toBe('ssot-baseline.jsonl');
  });

  it('resolves every field', () => {
    const { config, messages } = resolve({
      ignore: ['**/*.generated.ts'],
      tests: ['e2e/**'],
      baseline: 'accepted.jsonl',
      concerns: {
        ids: {
          canonical: ['src/core/id-manager.ts#IdManager', 'src/lib/**'],
          import: '@/core/id-manager',
          accessors: ['getIds'],
          replacements: [{ from: 'uuid#v4', to: 'IdManager.newId', compatible: false }],
          drivers: ['uuid#v4', 'crypto#randomUUID'],
          allow: ['uuid#validate'],
          formats: [{ template: 'thread_${thread}_${time}', to: 'IdManager.generateRunId(${thread})' }],
          methods: { old: 'new_' },
          events: ['started'],
          remove: ['src/agents/supervisor', 'src/agents/state'],
          dependsOn: ['http'],
          exceptions: [{ files: ['src/lib/sse', 'src/lib/http.ts'], reason: 'r', until: '2028-02-29' }],
          forms: { type: true },
          lifetime: 'request',
        },
        http: { canonical: 'src/lib/http.ts', import: { http: '@/lib/http' } },
      },
    });
    expect(messages).toEqual([]);
    const [ids, http] = config.concerns;
    expect(ids?.title).toBe('ids');
    expect(texts(ids?.canonical ?? [])).toEqual(['src/core/id-manager.ts#IdManager', 'src/lib/**']);
    expect(ids?.importSpecifiers).toEqual({ '*': '@/core/id-manager' });
    expect(http?.importSpecifiers).toEqual({ http: '@/lib/http' });
    expect(ids?.drivers.map(({ module }) => module)).toEqual(['uuid', 'node:crypto']);
    expect(ids?.replacements.map(({ compatible, fromPreset, to }) => [compatible, fromPreset, to.root])).toEqual([
      [false, false, 'IdManager'],
    ]);
    expect(ids?.formats.map(({ template, to, compatible }) => [template, to.text, compatible])).toEqual([
      ['thread_${thread}_${time}', 'IdManager.generateRunId(${thread})', false],
    ]);
    expect(ids?.remove).toEqual(['src/agents/supervisor/**', 'src/agents/state.ts']);
    expect(ids?.exceptions).toEqual([
      { files: ['src/lib/sse/**', 'src/lib/http.ts'], reason: 'r', until: '2028-02-29' },
    ]);
    expect([ids?.methods, ids?.events, ids?.dependsOn, ids?.forms, ids?.lifetime]).toEqual([
      { old: 'new_' },
      ['started'],
      ['http'],
      { type: true },
      'request',
    ]);
    expect([config.ignore, config.tests, config.baseline]).toEqual([
      ['**/*.generated.ts'],
      ['e2e/**'],
      'accepted.jsonl',
    ]);
  });

  it('lays its fields over the preset', () => {
    const plain = resolve({
      concerns: { ids: { preset: 'id-generation', canonical: 'src/core/id-manager.ts#IdManager' } },
    }).config.concerns[0];
    expect(plain?.title).toBe('ID generation');
    expect(texts(plain?.drivers ?? [])).toContain('nanoid#customAlphabet');
    expect(texts(plain?.drivers ?? [])).not.toContain('uuid');
    expect(texts((plain?.replacements ?? []).map(({ from }) => from))).toEqual([
      'src/utils/run-id-generator.ts#generateRunId',
    ]);

    const own = resolve({
      concerns: {
        ids: {
          preset: 'id-generation',
          title: 'IDs',
          drivers: ['x#y'],
          replacements: [
            { from: 'src/utils/run-id-generator#generateRunId', to: 'IdManager.newRunId' },
            'preset',
            { from: 'uuid#v4', to: 'IdManager.newId' },
          ],
        },
      },
    });
    expect(own.messages).toEqual([]);
    const [ids] = own.config.concerns;
    expect(ids?.noun).toBe('IDs');
    expect(texts(ids?.canonical ?? [])).toEqual(['src/core/id-manager.ts#IdManager']);
    expect(texts(ids?.drivers ?? [])).toEqual(['x#y']);
    expect(ids?.replacements.map(({ from, to, fromPreset }) => [from.module, to.text, fromPreset])).toEqual([
      ['src/utils/run-id-generator.ts', 'IdManager.newRunId', false],
      ['uuid', 'IdManager.newId', false],
    ]);
  });

  it('names the preset’s replacement by the canonical’s own export', () => {
    const disk = memoryDisk({
      'src/ids.ts': 'export class Ids {}',
      'src/whole.ts': 'export class IdManager { static generateRunId() {} }',
      'src/run-id-generator.ts': 'export function generateRunId() {}',
    });
    const to = (canonical: string) =>
      resolve({ concerns: { ids: { preset: 'id-generation', canonical } } }, disk).config.concerns[0]?.replacements.map(
        (replacement) => replacement.to.text,
      );
    expect(to('src/ids.ts#Ids')).toEqual(['Ids']);
    expect(to('src/whole.ts')).toEqual(['IdManager.generateRunId']);
    expect(to('src/ids.ts#default')).toEqual([]);
    expect(to('src/run-id-generator.ts#Ids')).toEqual([]);
  });

  it('puts the preset’s list where "preset" stands', () => {
    const { config, messages } = resolve({
      concerns: {
        ws: {
          preset: 'websocket',
          canonical: ['preset'],
          events: ['first', 'preset', 'last'],
          names: [],
          drivers: ['preset'],
          dependsOn: ['preset'],
        },
      },
    });
    expect(messages).toEqual([]);
    const [ws] = config.concerns;
    expect(ws?.events).toEqual([
      'first',
      'agent_started',
      'agent_thinking',
      'tool_executing',
      'tool_completed',
      'agent_completed',
      'last',
    ]);
    expect(ws?.names).toEqual([]);
    expect(texts(ws?.canonical ?? [])).toEqual([
      'src/ws/websocket-bridge.ts#WebSocketBridge',
      'src/ws/websocket-manager.ts#WebSocketManager',
    ]);
    expect(texts(ws?.drivers ?? [])).toContain('global:WebSocket');
    expect(ws?.dependsOn).toEqual([]);
  });

  it('does not remove the folder that holds the canonical', () => {
    const disk = memoryDisk({
      'src/supervisor/supervisor-consolidated.ts': 'export class SupervisorAgent {}',
      'src/supervisor/agent-execution-core.ts': 'export class AgentExecutionCore {}',
    });
    expect(withoutFile(disk).config.concerns.map(({ remove }) => remove)).toEqual([[]]);
  });

  it('keeps a concern without its canonical, so that its problem reaches its rule', () => {
    const { config, messages, problems } = resolve({
      concerns: { ids: { preset: 'id-generation', canonical: 'src/core/id-manger.ts#IdManager' } },
    });
    expect(messages).toEqual([
      'ssot.config.json:5:20 concerns.ids.canonical: no such file: "src/core/id-manger.ts". Did you mean "src/core/id-manager.ts#IdManager"?',
    ]);
    expect(problems.map(({ concern }) => concern)).toEqual(['ids']);
    expect(config.concerns.map(({ id, canonical }) => [id, canonical])).toEqual([['ids', []]]);
  });

  it('gives places to problems found later', () => {
    const { problem, config } = resolve({
      concerns: {
        ids: {
          canonical: 'src/lib/http.ts#http',
          accessors: ['a', 'b'],
          replacements: [{ from: 'uuid#v4', to: 'http.x' }],
        },
      },
    });
    const [ids] = config.concerns;
    const [replacement] = ids?.replacements ?? [];
    const [canonical] = ids?.canonical ?? [];
    if (replacement === undefined || canonical === undefined) throw new Error('nothing resolved');
    expect(formatProblem(problem('ids', canonical, 'm.'))).toBe('ssot.config.json:4:20 concerns.ids.canonical: m.');
    expect(formatProblem(problem('ids', replacement.from, 'm.'))).toBe(
      'ssot.config.json:11:19 concerns.ids.replacements[0].from: m.',
    );
    expect(formatProblem(problem('ids', replacement.to, 'm.'))).toBe(
      'ssot.config.json:12:17 concerns.ids.replacements[0].to: m.',
    );
    expect(formatProblem(problem('ids', ['accessors', 'b'], 'm.'))).toBe(
      'ssot.config.json:7:9 concerns.ids.accessors[1]: m.',
    );
    expect(problem('ids', ['import'], 'm.').concern).toBe('ids');
  });
});

describe('problems', () => {
  const canonical = 'src/lib/http.ts#http';
  it.each<[SsotConfig['concerns'], string[]]>([
    [
      { a: {} },
      [
        'ssot.config.json:3:5 concerns.a: neither "canonical" nor "preset" is given. Name the single source of truth, such as "canonical": "src/lib/http.ts#http".',
      ],
    ],
    [{ '': { canonical } }, ['ssot.config.json:3:5 concerns[""]: the name of the concern is empty.']],
    [{ a: { canonical: '' } }, ['ssot.config.json:4:20 concerns.a.canonical: expected a path, found an empty string.']],
    [
      { a: { canonical: 'global:fetch' } },
      [
        'ssot.config.json:4:20 concerns.a.canonical: "global:fetch" is a global. A canonical is a module of the workspace; list this one under "drivers".',
      ],
    ],
    [
      { a: { canonical: 'crypto' } },
      [
        'ssot.config.json:4:20 concerns.a.canonical: "crypto" is a module of Node.js. A canonical is a module of the workspace; list this one under "drivers".',
      ],
    ],
    [
      { a: { canonical: 'src/libs/**' } },
      ['ssot.config.json:4:20 concerns.a.canonical: no file matches "src/libs/**". Did you mean "src/lib/**"?'],
    ],
    [
      { a: { canonical, title: ' ' } },
      ['ssot.config.json:5:16 concerns.a.title: expected text, found an empty string.'],
    ],
    [
      { a: { canonical, import: '' } },
      ['ssot.config.json:5:17 concerns.a.import: expected text, found an empty string.'],
    ],
    [
      { a: { canonical, names: [''] } },
      ['ssot.config.json:6:9 concerns.a.names[0]: expected text, found an empty string.'],
    ],
    [
      { a: { canonical, accessors: ['getHttp()'] } },
      ['ssot.config.json:6:9 concerns.a.accessors[0]: "getHttp()" is not the name of an export. Write "getHttp".'],
    ],
    [
      { a: { canonical, methods: { old: 'a.b' } } },
      ['ssot.config.json:6:16 concerns.a.methods.old: "a.b" is not the name of a method.'],
    ],
    [
      { a: { canonical: 'preset' } },
      [
        'ssot.config.json:4:20 concerns.a.canonical: "preset" stands for the list of the preset, but this concern has no preset. Remove the entry.',
      ],
    ],
    [
      { a: { canonical, drivers: ['preset'] } },
      [
        'ssot.config.json:6:9 concerns.a.drivers[0]: "preset" stands for the list of the preset, but this concern has no preset. Remove the entry.',
      ],
    ],
    [
      { a: { canonical, replacements: [{ from: 'src/lib/htpt.ts#http', to: 'http' }] } },
      [
        'ssot.config.json:7:19 concerns.a.replacements[0].from: no such file: "src/lib/htpt.ts". Did you mean "src/lib/http.ts#http"? Fix the path, or remove the entry if the module is gone.',
      ],
    ],
    [
      { a: { canonical, drivers: ['src\\lib\\http.ts'] } },
      [
        'ssot.config.json:6:9 concerns.a.drivers[0]: "src\\lib\\http.ts" has backslashes. Write "src/lib/http.ts", on Windows, too.',
      ],
    ],
    [
      { a: { canonical, replacements: [{ from: 'axios', to: 'new Http()' }] } },
      [
        'ssot.config.json:8:17 concerns.a.replacements[0].to: "new Http()" starts with new. Name the class alone: "Http".',
      ],
    ],
    [
      { a: { canonical, replacements: [{ from: 'axios', to: 'http.get(${x})' }] } },
      [
        'ssot.config.json:8:17 concerns.a.replacements[0].to: "${x}" is a placeholder, and only the templates under "formats" give it a value. Write the expression without it.',
      ],
    ],
    [
      { a: { canonical, replacements: [{ from: 'src/lib/http#http', to: 'http' }] } },
      [
        'ssot.config.json:7:19 concerns.a.replacements[0].from: "src/lib/http#http" is the canonical itself. Name what it replaces.',
      ],
    ],
    [
      {
        a: {
          canonical,
          replacements: [
            { from: 'crypto#x', to: 'http' },
            { from: 'node:crypto#x', to: 'http.y' },
          ],
        },
      },
      [
        'ssot.config.json:11:19 concerns.a.replacements[1].from: "node:crypto#x" is replaced twice, the first time by "http". Keep one of the two.',
      ],
    ],
    [
      { a: { canonical, formats: [{ template: 'run', to: 'http.run(${x})' }] } },
      [
        'ssot.config.json:7:23 concerns.a.formats[0].template: "run" has no placeholder. Write one for each part that varies, such as "run_${thread}_${random}".',
      ],
    ],
    [
      { a: { canonical, formats: [{ template: 'run_${a-b}', to: 'http.run()' }] } },
      [
        'ssot.config.json:7:23 concerns.a.formats[0].template: "${a-b}" is no placeholder. Write a name between the braces, such as "${thread}".',
      ],
    ],
    [
      { a: { canonical, formats: [{ template: 'run_${thread}_${time}', to: 'http.run(${tread}, ${time})' }] } },
      [
        'ssot.config.json:8:17 concerns.a.formats[0].to: "${tread}" is not in the template "run_${thread}_${time}". Did you mean "${thread}"?',
        'ssot.config.json:8:17 concerns.a.formats[0].to: "${time}" stands for entropy in a template, and has no value to pass on.',
      ],
    ],
    [
      { a: { canonical, remove: ['src/gone/**', 'src/lib/**', '/x'] } },
      [
        'ssot.config.json:6:9 concerns.a.remove[0]: no file matches "src/gone/**". Did you mean "src/core/**"? Fix the path, or remove the entry if the modules are gone.',
        'ssot.config.json:7:9 concerns.a.remove[1]: "src/lib/**" would remove the canonical "src/lib/http.ts#http", too. Narrow the glob.',
        'ssot.config.json:8:9 concerns.a.remove[2]: "/x" is an absolute path. Write it relative to the config file, such as "src/core/id-manager.ts".',
      ],
    ],
    [
      { a: { canonical, exceptions: [{ files: ['src/lib/ssee/**'], reason: '', until: '2027-02-30' }] } },
      [
        'ssot.config.json:8:13 concerns.a.exceptions[0].files[0]: no file matches "src/lib/ssee/**". Did you mean "src/lib/sse/**"? Fix the path, or remove the entry if the files are gone.',
        'ssot.config.json:10:21 concerns.a.exceptions[0].reason: expected text, found an empty string.',
        'ssot.config.json:11:20 concerns.a.exceptions[0].until: "2027-02-30" is not a day of the calendar. Write it as YYYY-MM-DD, such as "2027-03-31".',
      ],
    ],
    [
      { a: { canonical, dependsOn: ['contxt', 'a', 'zzzzzz'] }, context: { canonical: 'src/agents/state.ts' } },
      [
        'ssot.config.json:6:9 concerns.a.dependsOn[0]: no concern is called "contxt". Did you mean "context"?',
        'ssot.config.json:7:9 concerns.a.dependsOn[1]: a concern cannot depend on itself.',
        'ssot.config.json:8:9 concerns.a.dependsOn[2]: no concern is called "zzzzzz". Declared are "context".',
      ],
    ],
    [
      { a: { canonical, dependsOn: ['b'] }, b: { canonical, dependsOn: ['c'] }, c: { canonical, dependsOn: ['b'] } },
      ['ssot.config.json:11:20 concerns.b.dependsOn: the concerns depend on each other in a circle: b → c → b.'],
    ],
  ])('%j', (concerns, messages) => {
    expect(resolve({ concerns }).messages).toEqual(messages);
  });

  it('of a preset without its canonical', () => {
    expect(resolve({ concerns: { ids: { preset: 'id-generation' } } }, memoryDisk(['a.ts'])).messages).toEqual([
      'ssot.config.json:3:12 concerns.ids.canonical: no module of the workspace is where the preset "id-generation" expects IdManager (core/id-manager#IdManager). Name it: "canonical": "src/…#IdManager".',
    ]);
  });

  it('of the globs of the whole workspace', () => {
    const { messages } = resolve({
      concerns: { a: { canonical } },
      ignore: ['src\\gen\\**', 'no/match/**'],
      tests: ['../e2e/**'],
      baseline: '/tmp/x',
    });
    expect(messages).toEqual([
      'ssot.config.json:8:5 ignore[0]: "src\\gen\\**" has backslashes. Write "src/gen/**", on Windows, too.',
      'ssot.config.json:12:5 tests[0]: "../e2e/**" leads out of the folder of the config file. Move the config file up, or name a path inside its folder.',
      'ssot.config.json:14:15 baseline: "/tmp/x" is an absolute path. Write it relative to the config file, such as "src/core/id-manager.ts".',
    ]);
  });

  it('of a field with the wrong form are not repeated as a missing field', () => {
    const folder = temporaryFolder({
      'ssot.config.json': '{ "concerns": { "a": { "canonical": 1, "drivers": ["src/lib/htt.ts"] } } }',
    });
    const { problems } = resolveConfig({
      root: folder,
      loaded: loadConfig(join(folder, 'ssot.config.json')),
      disk: platform,
    });
    expect(problems.map(formatProblem)).toEqual([
      'ssot.config.json:1:37 concerns.a.canonical: expected a string or a list of strings, found the number 1.',
      'ssot.config.json:1:52 concerns.a.drivers[0]: no such file: "src/lib/htt.ts". Did you mean "src/lib/http.ts"? Fix the path, or remove the entry if the module is gone.',
    ]);
  });

  it('of a file that cannot be read stand alone', () => {
    const folder = temporaryFolder({ 'ssot.config.json': '{ "concerns": ' });
    const loaded = loadConfig(join(folder, 'ssot.config.json'));
    const overlay: ConcernOverlay = { rule: 'single-source', options: { drivers: ['x'] } };
    const { config, problems } = resolveConfig({ root: folder, loaded, overlay, disk: platform });
    expect(problems.map(formatProblem)).toEqual(['ssot.config.json:1:15 expected a value, found the end of the file.']);
    expect(config.concerns).toEqual([]);
  });

  it('have no place in a TypeScript config', () => {
    const folder = temporaryFolder({
      'ssot.config.ts': `export default { concerns: { a: { canonical: 'src/lib/htt.ts' } } };`,
    });
    const { problems } = resolveConfig({
      root: folder,
      loaded: loadConfig(join(folder, 'ssot.config.ts')),
      disk: platform,
    });
    expect(problems.map(formatProblem)).toEqual([
      'ssot.config.ts concerns.a.canonical: no such file: "src/lib/htt.ts". Did you mean "src/lib/http.ts"?',
    ]);
  });
});

describe('the options of a rule', () => {
  const http = { canonical: 'src/lib/http.ts#http', drivers: ['axios'], title: 'HTTP' };
  const overlay = (options: ConcernOverlay['options'], preset?: ConcernOverlay['preset']): ConcernOverlay => ({
    rule: 'the-rule',
    preset,
    options,
  });

  it('lie field by field over the only concern of the rule', () => {
    const config: SsotConfig = { concerns: { http, ids: { preset: 'id-generation' } } };
    const single = resolve(config, platform, overlay({ drivers: ['got'], canonical: 'src/lib/htt.ts' }));
    expect(single.config.concerns.map(({ id, title, drivers }) => [id, title, texts(drivers).includes('got')])).toEqual(
      [
        ['http', 'HTTP', true],
        ['ids', 'ID generation', false],
      ],
    );
    expect(single.messages).toEqual([
      'the-rule canonical: no such file: "src/lib/htt.ts". Did you mean "src/lib/http.ts"?',
    ]);
    expect(single.problems[0]?.concern).toBe('http');

    const ids = resolve(config, platform, overlay({ drivers: ['preset', 'got'] }, 'id-generation'));
    expect(ids.messages).toEqual([]);
    expect(texts(ids.config.concerns[1]?.drivers ?? [])).toEqual(expect.arrayContaining(['uuid#v4', 'got']));
  });

  it('keep the places of the fields of the file', () => {
    const { messages } = resolve(
      { concerns: { http: { canonical: 'src/lib/htt.ts' } } },
      platform,
      overlay({ drivers: ['got'] }),
    );
    expect(messages).toEqual([
      'ssot.config.json:4:20 concerns.http.canonical: no such file: "src/lib/htt.ts". Did you mean "src/lib/http.ts"?',
    ]);
  });

  it('name the concern where the rule has several', () => {
    const concerns = { http, rpc: http };
    expect(resolve({ concerns }, platform, overlay({ drivers: [] })).messages).toEqual([
      'the-rule this rule checks "http" and "rpc". Say which of them the options are for: "concern": "http".',
    ]);
    const named = resolve({ concerns }, platform, overlay({ concern: 'rpc', drivers: [] }));
    expect(named.messages).toEqual([]);
    expect(named.config.concerns.map(({ drivers }) => drivers.length)).toEqual([1, 0]);
    expect(resolve({ concerns }, platform, overlay({ concern: 'htpt' })).messages).toEqual([
      'the-rule concern: this rule checks no concern "htpt". Did you mean "http"?',
    ]);
    expect(resolve({ concerns }, platform, overlay({ concern: 'zzzzz' })).messages).toEqual([
      'the-rule concern: this rule checks no concern "zzzzz". It checks "http" and "rpc".',
    ]);
    expect(resolve({ concerns }, platform, overlay({ concern: 'http' }, 'websocket')).messages).toEqual([
      'the-rule concern: this rule checks no concern "http".',
    ]);
  });

  it('declare a concern where there is none', () => {
    const context = overlay(
      { canonical: 'src/agents/state.ts#DeepAgentState', lifetime: 'process' },
      'execution-context',
    );
    const added = resolve({ concerns: { http } }, platform, context);
    expect(added.messages).toEqual([]);
    expect(added.config.concerns.map(({ id, preset, names, lifetime }) => [id, preset, names, lifetime])).toEqual([
      ['http', undefined, [], 'process'],
      ['execution-context', 'execution-context', ['*ExecutionContext'], 'process'],
    ]);
    const alone = withoutFile(memoryDisk({ 'src/a.ts': '' }), overlay({ concern: 'a', canonical: 'src/a.ts' }));
    expect(alone.messages).toEqual([]);
    expect(alone.config.concerns.map(({ id, preset }) => [id, preset])).toEqual([['a', undefined]]);
    expect(
      withoutFile(memoryDisk({ 'src/a.ts': '' }), overlay({ canonical: 'src/a.ts' })).config.concerns.map(
        ({ id }) => id,
      ),
    ).toEqual(['the-rule']);
  });

  it('lie over a preset that applies without a config file', () => {
    const { config, messages } = withoutFile(platform, overlay({ drivers: ['x#y'] }, 'id-generation'));
    expect(messages).toEqual([]);
    expect(config.concerns).toHaveLength(5);
    expect(texts(config.concerns[0]?.drivers ?? [])).toEqual(['x#y']);
    expect(texts(config.concerns[0]?.canonical ?? [])).toEqual(['src/core/id-manager.ts#IdManager']);
  });

  it('are checked as the config file is', () => {
    const wrong: ConcernOverlay = { ...overlay({}), options: asOptions('{ "drivrs": ["x"], "lifetime": 5 }') };
    expect(resolve({ concerns: { http } }, platform, wrong).messages).toEqual([
      'the-rule drivrs: unknown key "drivrs". Did you mean "drivers"?',
      'the-rule lifetime: expected "request" or "process", found the number 5.',
    ]);
    expect(resolve({ concerns: { http } }, platform, overlay({ preset: 'websocket' })).messages).toEqual([
      'the-rule preset: this rule checks concerns without a preset. Remove the field, or set the options of another rule.',
    ]);
    expect(resolve({ concerns: { http } }, platform, overlay({ preset: 'websocket' }, 'supervisor')).messages).toEqual([
      'the-rule preset: this rule checks concerns of the preset "supervisor". Remove the field, or set the options of another rule.',
    ]);
  });
});

describe('the disk', () => {
  it('is read as it is, without installed packages and ignored files', () => {
    const root = temporaryFolder({
      'src/core/id-manager.ts': IDS,
      'src/gen/a.generated.ts': '',
      'node_modules/uuid/package.json': '{}',
      'packages/a/node_modules/x/index.js': '',
      '.cache/x.ts': '',
      'app/[id]/page.tsx': '',
    });
    const disk = nodeDisk(root);
    expect(disk.files(['**/*.generated.ts'])).toEqual(['app/[id]/page.tsx', 'src/core/id-manager.ts']);
    expect(disk.files([])).toEqual(['app/[id]/page.tsx', 'src/core/id-manager.ts', 'src/gen/a.generated.ts']);
    expect([
      disk.isFile('src/core/id-manager.ts'),
      disk.isFile('src/core'),
      disk.isFile('src/Core/id-manager.ts'),
      disk.isFile(''),
    ]).toEqual([true, false, false, false]);
    expect([
      disk.isDirectory(''),
      disk.isDirectory('src/core'),
      disk.isDirectory('SRC'),
      disk.isDirectory('src/x'),
    ]).toEqual([true, true, false, false]);
    expect([disk.isDirectory('node_modules/uuid'), disk.isFile('.cache/x.ts')]).toEqual([true, true]);
    expect([disk.read('src/core/id-manager.ts'), disk.read('src/nope.ts')]).toEqual([IDS, undefined]);
  });

  it('carries a whole workspace', () => {
    const root = temporaryFolder({
      'ssot.config.json': JSON.stringify({
        concerns: { ids: { preset: 'id-generation', exceptions: [{ files: ['.storybook/**'], reason: 'r' }] } },
      }),
      'src/core/id_manager.ts': IDS,
      '.storybook/main.ts': '',
    });
    const run = () => resolveConfig({ root, loaded: loadConfig(join(root, 'ssot.config.json')), disk: nodeDisk(root) });
    expect(run().problems).toEqual([]);
    expect(run().config.root).toBe(root);
    expect(run().config.file).toBe(join(root, 'ssot.config.json'));
    write(
      root,
      'ssot.config.json',
      JSON.stringify({ concerns: { ids: { canonical: 'src/core/id_manager.ts#IdManager' } } }),
    );
    expect(run().config.concerns.map(({ preset }) => preset)).toEqual([undefined]);
  });
});
