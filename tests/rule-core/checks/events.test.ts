import { describe, expect, it } from 'vitest';
import type { SsotConfig } from '../../../rule-core/src/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';
import { BRIDGE_CONFIG, BRIDGE_FILES } from './bridges.js';

const IMPORT = `import { getBridge, WebSocketBridge } from './ws/bridge';\n`;

function lint(
  text: string,
  file = 'src/use.ts',
  config: SsotConfig = BRIDGE_CONFIG,
  files: Readonly<Record<string, string>> = {},
) {
  return fixtureProject(config, { ...BRIDGE_FILES, ...files, [file]: text })
    .lint(file)
    .filter(({ check }) => check === 'events');
}

const UNKNOWN: [where: string, text: string, at: string][] = [
  ['the name argument of emit', `getBridge().emit('thread', 'agent_paused', {});`, `'agent_paused'`],
  ['a template', 'getBridge().emit(`thread`, `agent_paused`);', '`agent_paused`'],
  ['a listener', `getBridge().on('agent_paused', () => {});`, `'agent_paused'`],
  ['the type of a message', `getBridge().sendToThread('thread', { type: 'agent_paused' });`, `'agent_paused'`],
  [
    'the event of a message',
    `export const f = (b: WebSocketBridge) => b.sendToThread('t', { event: 'agent_paused', type: 'agent_started' } as never);`,
    `'agent_paused'`,
  ],
  [
    'a message in a local',
    `export function f(b: WebSocketBridge) { const message = { type: 'agent_paused' }; b.sendToThread('t', message); }`,
    `'agent_paused'`,
  ],
  [
    'a branch',
    `export const f = (b: WebSocketBridge, ok: boolean) => b.emit('t', ok ? 'agent_completed' : 'agent_paused');`,
    `'agent_paused'`,
  ],
  [
    'a subclass of the canonical',
    `export class Loud extends WebSocketBridge { pause() { this.emit('t', 'agent_paused'); } }`,
    `'agent_paused'`,
  ],
];

const SILENT: [what: string, text: string][] = [
  ['a declared event', `getBridge().emit('thread', 'agent_started');`],
  ['other arguments', `getBridge().completed('thread_7', 'agent_x', 'text_y');`],
  [
    'properties deeper down',
    `getBridge().sendToThread('t', { type: 'agent_started', payload: { type: 'agent_paused' } });`,
  ],
  [
    'another emitter',
    `import { EventEmitter } from 'node:events';\nexport class Cache extends EventEmitter { drop() { this.emit('agent_paused'); } }`,
  ],
  ['an emitter known by its name only', `export const f = (bridge: any) => bridge.emit('t', 'agent_paused');`],
  ['an event that is worked out', 'export const f = (b: WebSocketBridge, s: string) => b.emit("t", `agent_${s}`);'],
  ['any event', `getBridge().on('*', () => {});\ngetBridge().on('agent_*', () => {});`],
  ['what sockets say of themselves', `getBridge().on('close', () => {});`],
];

describe('events', () => {
  it.each(UNKNOWN)('reads %s', (_where, text, at) => {
    expect(lint(IMPORT + text).map((report) => [report.messageId, report.at])).toEqual([['unknownEvent', at]]);
  });

  it.each(SILENT)('is silent on %s', (_what, text) => {
    expect(lint(IMPORT + text)).toEqual([]);
  });

  it.each([
    ['agent_complete', 'agent_completed'],
    ['agentStarted', 'agent_started'],
    ['agent.started', 'agent_started'],
    ['AGENT_STARTED', 'agent_started'],
    ['agent_start', 'agent_started'],
    ['agent-completes', 'agent_completed'],
    ['agentCompleting', 'agent_completed'],
  ])('asks for %s whether %s was meant', (spelled, meant) => {
    const [report] = lint(`${IMPORT}getBridge().emit("t", "${spelled}");`);
    expect(report?.message).toBe(
      `'${spelled}' is no event of 'websocket'. Did you mean '${meant}'? The events are agent_started, agent_completed; they belong to WebSocketBridge (src/ws/bridge.ts).`,
    );
    expect(report?.fix).toBeNull();
    expect(report?.suggestions).toMatchObject([
      { title: `Emit '${meant}' in place of '${spelled}'.`, edits: [{ text: `"${meant}"` }] },
    ]);
  });

  it.each([
    ['topic: string, event: string', ["'agent_paused'"]],
    ['topic: string, name: AgentEvent', ["'agent_paused'"]],
    ['type: string, payload: string', ["'thread:1'"]],
    ['thread: string, kind: string', ["'agent_paused'"]],
    ['thread: string, text: string', []],
  ])('reads the names where emit(%s) takes them', (parameters, at) => {
    const bridge = `export type AgentEvent = string;\nexport class WebSocketBridge { sendToThread() {} emit(${parameters}) { return ['agent_started', 'agent_completed']; } }\nexport const getBridge = () => new WebSocketBridge();\n`;
    const project = fixtureProject(BRIDGE_CONFIG, {
      ...BRIDGE_FILES,
      'src/ws/bridge.ts': bridge,
      'src/use.ts': `${IMPORT}getBridge().emit('thread:1', 'agent_paused');\n`,
    });
    expect(project.lint('src/use.ts').map((report) => report.at)).toEqual(at);
  });

  it.each([
    ['a type of events', `type BridgeEvents = { 'agent_started': string; agent_completed: number };`],
    [
      'an interface of events',
      `export interface Events { agent_started(agent: string): void; 'agent_completed'(): void }`,
    ],
    ['quoted keys of an object', `const listeners = { 'agent_started': [], 'agent_completed': [] };`],
  ])('takes %s of the canonical for its list', (_what, types) => {
    const bridge = `${types}\nexport class WebSocketBridge { emit(type: string) {} }\nexport class WebSocketManager {}\nexport const getBridge = () => new WebSocketBridge();\n`;
    const files = { 'src/ws/manager.ts': 'export class WebSocketManager {}\n' };
    expect(lint(bridge, 'src/ws/bridge.ts', BRIDGE_CONFIG, files)).toEqual([]);
  });

  it('asks the canonical for what only a type of something else names', () => {
    const bridge = `type Payloads = { agent_started: string };\nexport class WebSocketBridge { emit(type: string) { return 'agent_completed'; } }\nexport const getBridge = () => new WebSocketBridge();\n`;
    expect(lint(bridge, 'src/ws/bridge.ts').map(({ data }) => data['event'])).toEqual(['agent_started']);
  });

  it('leaves the canonical its own frames', () => {
    const bridge = BRIDGE_FILES['src/ws/bridge.ts'].replace(
      'async drain(threadId: string): Promise<void> {}',
      "async drain(threadId: string): Promise<void> { this.emit(threadId, 'drained'); }",
    );
    expect(bridge).toContain("'drained'");
    expect(lint(bridge, 'src/ws/bridge.ts')).toEqual([]);
  });

  it('does not guess', () => {
    expect(
      lint(`${IMPORT}getBridge().emit('t', 'billing_failed');`).map(({ message, suggestions }) => [
        message,
        suggestions,
      ]),
    ).toEqual([
      [
        "'billing_failed' is no event of 'websocket'. The events are agent_started, agent_completed; they belong to WebSocketBridge (src/ws/bridge.ts).",
        [],
      ],
    ]);
  });

  it('reports each event that the canonicals never name, at the first of them', () => {
    const websocket = {
      ...BRIDGE_CONFIG.concerns.websocket,
      events: ['agent_started', 'tool_executing', 'agent_completed', 'tool_completed'],
    };
    const project = fixtureProject({ concerns: { websocket } }, BRIDGE_FILES);
    expect(project.lint('src/ws/bridge.ts').map(({ at, symbol, message }) => [at, symbol, message])).toEqual([
      [
        'WebSocketBridge',
        'websocket:tool_executing',
        "'tool_executing' is declared as an event of 'websocket', but WebSocketBridge (src/ws/bridge.ts) never emits it. Emit it there, or take it off the list.",
      ],
      [
        'WebSocketBridge',
        'websocket:tool_completed',
        "'tool_completed' is declared as an event of 'websocket', but WebSocketBridge (src/ws/bridge.ts) never emits it. Emit it there, or take it off the list.",
      ],
    ]);
    expect(project.lint('src/ws/manager.ts')).toEqual([]);
  });

  it('counts events that are taken from a module of constants', () => {
    const bridge = `import { EVENTS } from './events';\n${BRIDGE_FILES['src/ws/bridge.ts']}`.replaceAll(
      /'agent_(\w)(\w+)'/gu,
      (_, first: string, rest: string) => `EVENTS.agent${first.toUpperCase()}${rest}`,
    );
    const files = {
      'src/ws/events.ts': `export const EVENTS = { agentStarted: 'agent_started', agentCompleted: 'agent_completed' };\n`,
    };
    expect(lint(bridge, 'src/ws/bridge.ts', BRIDGE_CONFIG, files)).toEqual([]);
  });

  it.each([
    ['without a configuration', undefined],
    ['that names no events', { concerns: { websocket: { preset: 'websocket' } } }],
  ] as const)('does not hold a project %s to the preset’s events', (_what, config) => {
    const bridge = `export class WebSocketBridge { emit(type: string) {} opened() { this.emit('room_opened'); } }\n`;
    const project = fixtureProject(config, { 'src/ws/bridge.ts': bridge });
    expect(project.lint('src/ws/bridge.ts').filter(({ check }) => check === 'events')).toEqual([]);
  });

  it('holds it to them where it names one', () => {
    const bridge = `export class WebSocketBridge { emit(type: string) {} started() { this.emit('agent_started'); } }\n`;
    const project = fixtureProject(undefined, { 'src/ws/bridge.ts': bridge });
    expect(project.lint('src/ws/bridge.ts').map(({ data }) => data['event'])).toEqual([
      'agent_thinking',
      'tool_executing',
      'tool_completed',
      'agent_completed',
    ]);
  });
});
