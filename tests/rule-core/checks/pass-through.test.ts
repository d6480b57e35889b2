import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../rule-core/src/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';
import { BRIDGE_CONFIG, BRIDGE_FILES } from './bridges.js';

const IMPORT = `import { getBridge, sharedBridge, useBridge, WebSocketBridge, type Message } from './ws/bridge';\n`;

function lint(text: string, files: Readonly<Record<string, string>> = {}, file = 'src/layer.ts') {
  const project = fixtureProject(BRIDGE_CONFIG, { ...BRIDGE_FILES, ...files, [file]: text });
  return project.lint(file).filter(({ check }) => check === 'pass-through');
}

const inClass = (body: string): string =>
  `${IMPORT}export class Notifier {\n  constructor(private readonly bridge: WebSocketBridge) {}\n${body}\n}\n`;

const FORWARDING: [form: string, text: string][] = [
  [
    'members that are taken over',
    `${IMPORT}export const notifier = { started: sharedBridge.started, completed: sharedBridge.completed };`,
  ],
  ['a method', inClass(`  started(threadId: string, agent: string) { this.bridge.started(threadId, agent); }`)],
  ['a method under another name', inClass(`  begin(a: string, b: string): void { return this.bridge.started(a, b); }`)],
  [
    'a guard that returns',
    inClass(`  started(a: string, b: string) { if (!this.bridge) return; this.bridge.started(a, b); }`),
  ],
  [
    'a guard that throws',
    inClass(
      `  started(a: string, b: string) { if (this.bridge == null) { throw new Error('no bridge'); } this.bridge.started(a, b); }`,
    ),
  ],
  [
    'a guard around the call',
    inClass(`  started(a: string, b: string) { if (this.bridge) { this.bridge.started(a, b); } }`),
  ],
  [
    'a guard about its state',
    inClass(`  started(a: string, b: string) { if (!this.bridge.manager) return; this.bridge.started(a, b); }`),
  ],
  ['a short circuit', inClass(`  started(a: string, b: string) { this.bridge && this.bridge.started(a, b); }`)],
  [
    'a conditional',
    inClass(`  send(a: string, m: Message) { return this.bridge ? this.bridge.sendToThread(a, m) : 0; }`),
  ],
  [
    'optional chaining with a default',
    inClass(`  send(a: string, m: Message) { return this.bridge?.sendToThread(a, m) ?? 0; }`),
  ],
  ['await', inClass(`  async drain(a: string) { await this.bridge.drain(a); }`)],
  ['return await', inClass(`  async drain(a: string) { return await this.bridge.drain(a); }`)],
  [
    'a result in a local',
    inClass(`  send(a: string, m: Message) { const sent = this.bridge.sendToThread(a, m); return sent; }`),
  ],
  [
    'a receiver in a local',
    inClass(
      `  send(a: string, m: Message) { const bridge = this.bridge; if (!bridge) return 0; return bridge.sendToThread(a, m); }`,
    ),
  ],
  [
    'a destructured receiver',
    inClass(`  send(a: string, m: Message) { const { bridge } = this; return bridge.sendToThread(a, m); }`),
  ],
  [
    'logging',
    inClass(
      `  started(a: string, b: string) { console.log('started', a); this.bridge.started(a, b); logger.debug('done'); }`,
    ),
  ],
  [
    'a catch that logs',
    inClass(
      `  started(a: string, b: string) { try { this.bridge.started(a, b); } catch (error) { console.error(error); } }`,
    ),
  ],
  [
    'a catch that rethrows',
    inClass(
      `  async drain(a: string) { try { return await this.bridge.drain(a); } catch (error) { this.log.warn(error); throw error; } }`,
    ),
  ],
  [
    'a promise with a logging catch',
    inClass(`  drain(a: string) { void this.bridge.drain(a).catch((error) => console.error(error)); }`),
  ],
  ['spread parameters', inClass(`  started(...args: [string, string]) { this.bridge.started(...args); }`)],
  ['arguments', inClass(`  started() { return this.bridge.started.apply(this.bridge, arguments); }`)],
  ['call', inClass(`  started(a: string, b: string) { this.bridge.started.call(this.bridge, a, b); }`)],
  ['an arrow field', inClass(`  started = (a: string, b: string) => this.bridge.started(a, b);`)],
  ['a bound field', inClass(`  started = this.bridge.started.bind(this.bridge);`)],
  ['a getter of a bound method', inClass(`  get started() { return this.bridge.started.bind(this.bridge); }`)],
  [
    'a static method',
    `${IMPORT}export class Notifier { static started(a: string, b: string) { getBridge().started(a, b); } }`,
  ],
  [
    'a field that is constructed',
    `${IMPORT}export class Notifier { private bridge = new WebSocketBridge(); started(a: string, b: string) { this.bridge.started(a, b); } }`,
  ],
  [
    'a private field',
    `${IMPORT}export class Notifier { #bridge: WebSocketBridge; constructor(bridge: WebSocketBridge) { this.#bridge = bridge; } started(a: string, b: string) { this.#bridge.started(a, b); } }`,
  ],
  [
    'an assigned field',
    `${IMPORT}export class Notifier { private readonly target; constructor({ bridge }: { bridge: string }) { this.target = getBridge(); } started(a: string, b: string) { this.target.started(a, b); } }`,
  ],
  [
    'a default of the constructor',
    `${IMPORT}export class Notifier { constructor(private readonly bridge = getBridge()) {} started(a: string, b: string) { this.bridge.started(a, b); } }`,
  ],
  [
    'an optional type',
    `${IMPORT}export class Notifier { private bridge?: WebSocketBridge | null; started(a: string, b: string) { this.bridge?.started(a, b); } }`,
  ],
  [
    'a picked type',
    `${IMPORT}export class Notifier { constructor(private readonly bridge: Pick<WebSocketBridge, 'started'>) {} started(a: string, b: string) { this.bridge.started(a, b); } }`,
  ],
  [
    'the type of an accessor',
    `${IMPORT}export class Notifier { constructor(private readonly bridge: ReturnType<typeof getBridge>) {} started(a: string, b: string) { this.bridge.started(a, b); } }`,
  ],
  [
    'an accessor at each call',
    `${IMPORT}export class Notifier { started(a: string, b: string) { getBridge().started(a, b); } }`,
  ],
  [
    'a shared instance',
    `${IMPORT}export class Notifier { started(a: string, b: string) { sharedBridge.started(a, b); } }`,
  ],
  [
    'a part of the canonical that is canonical too',
    `${IMPORT}export class Notifier { constructor(private bridge: WebSocketBridge) {} send(a: string, t: string) { this.bridge.manager.send(a, t); } }`,
  ],
  [
    'an object',
    `${IMPORT}export const notifier = { started: (a: string, b: string) => sharedBridge.started(a, b), completed: sharedBridge.completed.bind(sharedBridge) };`,
  ],
  [
    'a factory',
    `${IMPORT}export function createNotifier(bridge: WebSocketBridge) { return { started: (a: string, b: string) => bridge.started(a, b) }; }`,
  ],
  [
    'an arrow factory',
    `${IMPORT}export const createNotifier = (bridge = getBridge()) => ({ started(a: string, b: string) { bridge.started(a, b); } });`,
  ],
  [
    'a factory of named functions',
    `${IMPORT}export function createNotifier(bridge: WebSocketBridge) { function started(a: string, b: string) { bridge.started(a, b); } const send = (a: string, m: Message) => bridge.sendToThread(a, m); return { started, send }; }`,
  ],
  [
    'a factory with a local object',
    `${IMPORT}export function createNotifier(bridge: WebSocketBridge) { const api = { started: (a: string, b: string) => bridge.started(a, b) }; return api; }`,
  ],
  [
    'a hook',
    `${IMPORT}export function useNotifier() { const bridge = useBridge(); const started = useCallback((a: string, b: string) => bridge.started(a, b), [bridge]); return { started }; }`,
  ],
  [
    'a memoised hook',
    `${IMPORT}export function useNotifier() { const bridge = useBridge(); return useMemo(() => ({ started: (a: string, b: string) => bridge.started(a, b) }), [bridge]); }`,
  ],
  [
    'a destructured method',
    `${IMPORT}const { sendToThread } = sharedBridge;\nexport const notify = (a: string, m: Message) => sendToThread(a, m);`,
  ],
  [
    'a destructured and renamed method of an accessor',
    `${IMPORT}const { sendToThread: send } = getBridge();\nexport function notify(a: string, m: Message) { return send(a, m); }`,
  ],
  [
    'destructured methods in an object',
    `${IMPORT}const { started, manager: { send } } = sharedBridge;\nexport const notifier = { started: (a: string, b: string) => started(a, b), send: (a: string, b: string) => send(a, b) };`,
  ],
  [
    'destructured methods in a factory',
    `${IMPORT}export function createNotifier({ started, completed }: WebSocketBridge) { return { started: (a: string, b: string) => started(a, b), completed: (a: string, b: string, c: string) => completed(a, b, c) }; }`,
  ],
  [
    'destructured methods in a hook',
    `${IMPORT}export function useNotifier() { const { started } = useBridge(); return { started: (a: string, b: string) => started(a, b) }; }`,
  ],
  [
    'a method that is destructured in a method',
    inClass(`  started(a: string, b: string) { const { started } = this.bridge; started(a, b); }`),
  ],
  [
    'a function that says what `this` is',
    `${IMPORT}export const tell = function (this: void, a: string, m: Message): void { sharedBridge.sendToThread(a, m); };`,
  ],
  ['a hook that is another hook', `${IMPORT}export function useNotifier() { return useBridge(); }`],
  ['a function', `${IMPORT}export function notify(a: string, m: Message) { return getBridge().sendToThread(a, m); }`],
  [
    'a function that is given the bridge',
    `${IMPORT}export function notify(bridge: WebSocketBridge, a: string, m: Message) { return bridge.sendToThread(a, m); }`,
  ],
  ['an arrow function', `${IMPORT}export const notify = (a: string, m: Message) => sharedBridge.sendToThread(a, m);`],
  ['a bound function', `${IMPORT}export const notify = sharedBridge.sendToThread.bind(sharedBridge);`],
  [
    'a class expression',
    `${IMPORT}export const Notifier = class { started(a: string, b: string) { getBridge().started(a, b); } };`,
  ],
  [
    'three of four methods',
    inClass(
      `  a(x: string, y: string) { this.bridge.started(x, y); }\n  b(x: string) { return this.bridge.drain(x); }\n  c(x: string, m: Message) { return this.bridge.sendToThread(x, m); }\n  d(x: string) { return x.split('').reverse().map((y) => y + x); }`,
    ),
  ],
];

/** Behind an interface, though the module itself says what stands there. */
const BEHIND_PORTS: [form: string, text: string][] = [
  [
    'in a field',
    `${IMPORT}export class Notifier {\n  private readonly bridge: Port = getBridge();\n  started(a: string, b: string) { this.bridge.started(a, b); }\n}`,
  ],
  [
    'in an assigned field',
    `${IMPORT}export class Notifier {\n  readonly #bridge: Port;\n  constructor() { this.#bridge = new WebSocketBridge(); }\n  started(a: string, b: string) { this.#bridge.started(a, b); }\n}`,
  ],
  [
    'in a variable of the module',
    `${IMPORT}const bridge: Port = getBridge();\nexport const notifier = { started: (a: string, b: string) => bridge.started(a, b) };`,
  ],
  [
    'in a local variable',
    `${IMPORT}export function createNotifier() { const bridge: Port = getBridge(); return { started: (a: string, b: string) => bridge.started(a, b) }; }`,
  ],
];

const ANNOTATED: [form: string, text: string][] = [
  [
    "an object with the canonical's own type",
    `${IMPORT}export const api: Pick<WebSocketBridge, 'started'> = { started: (a, b) => sharedBridge.started(a, b) };`,
  ],
  [
    "a class that implements the canonical's own type",
    `${IMPORT}export class Api implements WebSocketBridge { started(a: string, b: string) { sharedBridge.started(a, b); } }`,
  ],
  [
    'an object with a type that only its module knows',
    `${IMPORT}interface Api { started(a: string, b: string): void }\nexport const api: Api = { started: (a, b) => sharedBridge.started(a, b) };`,
  ],
  [
    'an object with a type of the library that says nothing',
    `${IMPORT}export const api: Record<string, Function> = { started: (a, b) => sharedBridge.started(a, b) };`,
  ],
  [
    "a factory with the canonical's own type",
    `${IMPORT}export function api(): Pick<WebSocketBridge, 'started'> { return { started: (a, b) => sharedBridge.started(a, b) }; }`,
  ],
];

/** In JavaScript, where comments give the types. */
const DOCUMENTED: [form: string, text: string][] = [
  [
    'a parameter with an imported type',
    `/**\n * Sends.\n * @param {import('./ws/bridge').WebSocketBridge} bridge the bridge\n * @param {string} a\n */\nexport function notify(bridge, a, m) { return bridge.sendToThread(a, m); }`,
  ],
  [
    'a parameter with the type of an @import',
    `/** @import { WebSocketBridge as Bridge } from './ws/bridge' */\n/** @param {Bridge} bridge */\nexport const notify = (bridge, a, m) => bridge.sendToThread(a, m);`,
  ],
  [
    'an optional parameter with a defined type',
    `/** @typedef {import("./ws/bridge").WebSocketBridge} Bridge */\n\n/** @param {?Bridge} [bridge] */\nexport function createNotifier(bridge) { return { started: (a, b) => bridge.started(a, b) }; }`,
  ],
  [
    'a parameter with the type of an import',
    `import { WebSocketBridge } from './ws/bridge';\n/** @param {WebSocketBridge | null} bridge */\nexport default (bridge) => ({ started: (a, b) => bridge.started(a, b) });`,
  ],
  [
    "a constructor's parameter",
    `export class Notifier {\n  /** @param {import('./ws/bridge').WebSocketBridge} bridge */\n  constructor(bridge) { this.bridge = bridge; }\n  started(a, b) { this.bridge.started(a, b); }\n}`,
  ],
  [
    'a field',
    `export class Notifier {\n  /** @type {import('./ws/bridge').WebSocketBridge} */\n  #bridge;\n  constructor(deps) { this.#bridge = deps.bridge; }\n  started(a, b) { this.#bridge.started(a, b); }\n}`,
  ],
  [
    'an assigned field',
    `export class Notifier {\n  constructor(deps) {\n    /** @type {import('./ws/bridge').WebSocketBridge} */\n    this.bridge = deps.bridge;\n  }\n  started(a, b) { this.bridge.started(a, b); }\n}`,
  ],
  [
    'a variable',
    `import { container } from './container';\n/** @type {import('./ws/bridge').WebSocketBridge} */\nconst bridge = container.get('bridge');\nexport const notifier = { started: (a, b) => bridge.started(a, b) };`,
  ],
  [
    'a parameter by itself',
    `export const notify = (/** @type {import('./ws/bridge').WebSocketBridge} */ bridge, a, m) => bridge.sendToThread(a, m);`,
  ],
  [
    'a key of a parameter',
    `/** @param {object} deps\n * @param {import('./ws/bridge').WebSocketBridge} deps.bridge */\nexport function createNotifier({ bridge }) { return { started: (a, b) => bridge.started(a, b) }; }`,
  ],
  [
    'a method of an object',
    `export const notifier = {\n  /** @param {import('./ws/bridge').WebSocketBridge} bridge */\n  started(bridge, a, b) { bridge.started(a, b); },\n};`,
  ],
];

/** Without a name of its own, at the place that stands for one. */
const UNNAMED: [form: string, text: string, at: string, name: string, file?: string][] = [
  [
    'export default of an object',
    `${IMPORT}export default { started: (a: string, b: string) => sharedBridge.started(a, b), send(a: string, m: Message) { return getBridge().sendToThread(a, m); } };`,
    'default',
    'layer',
  ],
  [
    'export default of a factory',
    `${IMPORT}export default (bridge: WebSocketBridge) => ({ started: (a: string, b: string) => bridge.started(a, b) });`,
    'default',
    'layer',
  ],
  [
    'export default of a function that returns an object',
    `${IMPORT}export default function (bridge: WebSocketBridge) { return { started: (a: string, b: string) => bridge.started(a, b) }; }`,
    'function',
    'This function',
  ],
  [
    'export default of an arrow function',
    `${IMPORT}export default (a: string, m: Message) => sharedBridge.sendToThread(a, m);`,
    'default',
    'layer',
  ],
  [
    'export = of an object',
    `${IMPORT}export = { started: (a: string, b: string) => sharedBridge.started(a, b) };`,
    '{ started: (a: string, b: string) => sharedBridge.started(a, b) }',
    'notify',
    'src/notify.cts',
  ],
  [
    'module.exports of an object',
    `const { sharedBridge } = require('./ws/bridge');\nmodule.exports = { started: (a, b) => sharedBridge.started(a, b), completed: function (a, b, c) { sharedBridge.completed(a, b, c); } };`,
    'module.exports',
    'notify',
    'src/notify.js',
  ],
  [
    'module.exports of a factory',
    `const { getBridge } = require('../ws/bridge');\nmodule.exports = function () { const bridge = getBridge(); return { started: (a, b) => bridge.started(a, b) }; };`,
    'module.exports',
    'notify',
    'src/notify/index.js',
  ],
  [
    'a function among other exports',
    `const { sharedBridge } = require('./ws/bridge');\nclass Runs { start() { return 1; } }\nmodule.exports = { Runs, LIMIT: 3, notify: (a, m) => sharedBridge.sendToThread(a, m), helper() { return 2; } };`,
    'notify',
    'notify',
    'src/layer.js',
  ],
  [
    'exports.x',
    `const { sharedBridge } = require('./ws/bridge');\nexports.notify = (a, m) => sharedBridge.sendToThread(a, m);`,
    'notify',
    'notify',
    'src/layer.cjs',
  ],
];

const ADAPTING: [form: string, text: string, adds: string][] = [
  ['constants', inClass(`  started(a: string) { this.bridge.emit(a, 'agent_started'); }`), 'constants'],
  [
    'own fields',
    `${IMPORT}export class Notifier { constructor(private bridge: WebSocketBridge, private thread: string) {} started(agent: string) { this.bridge.started(this.thread, agent); } }`,
    'own fields',
  ],
  [
    'a captured value',
    `${IMPORT}export const forThread = (bridge: WebSocketBridge, thread: string) => ({ started: (agent: string) => bridge.started(thread, agent) });`,
    'own fields',
  ],
  [
    'another order',
    inClass(`  started(agent: string, thread: string) { this.bridge.started(thread, agent); }`),
    'another order or shape',
  ],
  [
    'fewer arguments',
    inClass(`  drain(thread: string, reason: string) { return this.bridge.drain(thread); }`),
    'fewer arguments',
  ],
  [
    'an own field in a message',
    `${IMPORT}export class Notifier { constructor(private bridge: WebSocketBridge, private brand: string) {} send(thread: string, payload: object) { this.bridge.sendToThread(thread, { type: 'agent_started', payload: { ...payload, brand: this.brand } }); } }`,
    'constants and own fields',
  ],
];

const SILENT: [form: string, text: string, file?: string][] = [
  [
    'a hook with a state of its own',
    `${IMPORT}export function useThread(thread: string) {\n  const bridge = useBridge();\n  const [messages] = useState<string[]>([]);\n  return { messages, send: (m: Message) => bridge.sendToThread(thread, m) };\n}`,
  ],
  [
    'a client that calls one method with one constant after another',
    inClass(
      `  ping(a: string) { this.bridge.emit(a, 'ping'); }\n  stop(a: string) { this.bridge.emit(a, 'stop'); }\n  wait(a: string) { this.bridge.emit(a, 'wait'); }`,
    ),
  ],
  ['one method that calls with a constant', inClass(`  ping(a: string) { this.bridge.emit(a, 'ping'); }`)],
  ['a text of its own', inClass(`  say(a: string, b: string) { this.bridge.started(a, \`\${b} says hello\`); }`)],
  [
    'data of the canonical',
    `${IMPORT}export const status = { manager: sharedBridge.manager };\nexport const toMessage = (m: Message) => ({ type: m.type, payload: m.payload });`,
  ],
  [
    'half of the methods',
    inClass(
      `  a(x: string, y: string) { this.bridge.started(x, y); }\n  b(x: string) { return x.split('').map((y) => y + x); }`,
    ),
  ],
  [
    'a third-party interface',
    `${IMPORT}import type { Transport } from 'chat-kit';\nexport class Notifier implements Transport { constructor(private bridge: WebSocketBridge) {} started(a: string, b: string) { this.bridge.started(a, b); } }`,
  ],
  [
    'an interface of the platform',
    `${IMPORT}export class Notifier implements EventListenerObject { handleEvent(e: Event) { getBridge().drain(e); } }`,
  ],
  [
    'a declared port',
    `${IMPORT}export interface NotifierPort { started(a: string, b: string): void }\nexport class Notifier implements NotifierPort { constructor(private bridge: WebSocketBridge) {} started(a: string, b: string) { this.bridge.started(a, b); } }`,
  ],
  [
    'an object with a type of the platform',
    `${IMPORT}export const storage: Storage = { setItem: (a: string, b: string) => sharedBridge.started(a, b) };`,
  ],
  [
    'an object with a part of a type of the platform',
    `${IMPORT}export const storage: Pick<Storage, 'setItem'> = { setItem: (a: string, b: string) => sharedBridge.started(a, b) };`,
  ],
  [
    'an object with a third-party type',
    `${IMPORT}import type { Transport } from 'chat-kit';\nexport const transport: Partial<Transport> = { send: (a: string, m: Message) => sharedBridge.sendToThread(a, m) };`,
  ],
  [
    'a factory that returns a third-party type',
    `${IMPORT}import type { Transport } from 'chat-kit';\nexport function transport(): Promise<Transport> { return { send: (a: string, m: Message) => sharedBridge.sendToThread(a, m) }; }`,
  ],
  [
    'a third-party base class',
    `${IMPORT}import { Writable } from 'node:stream';\nexport class Notifier extends Writable { constructor(private bridge: WebSocketBridge) { super(); } _write(a: string, b: string) { this.bridge.started(a, b); } }`,
  ],
  [
    'an abstract class',
    `${IMPORT}export abstract class Notifier { constructor(protected bridge: WebSocketBridge) {} started(a: string, b: string) { this.bridge.started(a, b); } }`,
  ],
  [
    'a decorated class',
    `${IMPORT}@Injectable()\nexport class Notifier { constructor(private bridge: WebSocketBridge) {} started(a: string, b: string) { this.bridge.started(a, b); } }`,
  ],
  ['decorated methods', inClass(`  @Post('/x') started(@Body() a: string, b: string) { this.bridge.started(a, b); }`)],
  [
    'a subclass of the canonical',
    `${IMPORT}export class LoudBridge extends WebSocketBridge { started(a: string, b: string) { super.started(a, b); } }`,
  ],
  [
    'a test double',
    `${IMPORT}export class FakeNotifier { constructor(private bridge: WebSocketBridge) {} started(a: string, b: string) { this.bridge.started(a, b); } }`,
  ],
  ['a test file', inClass(`  started(a: string, b: string) { this.bridge.started(a, b); }`), 'src/layer.test.ts'],
  [
    'work before the call',
    inClass(`  started(a: string, b: string) { const id = a.trim(); this.bridge.started(id, b); }`),
  ],
  ['work in an argument', inClass(`  started(a: string, b: string) { this.bridge.started(a, this.format(b)); }`)],
  [
    'a guard about something else',
    inClass(`  started(a: string, b: string) { if (a === '') return; this.bridge.started(a, b); }`),
  ],
  [
    'a catch that recovers',
    inClass(`  started(a: string, b: string) { try { this.bridge.started(a, b); } catch { this.retry(a, b); } }`),
  ],
  [
    'a message of its own',
    inClass(
      `  paused(a: string, reason: string) { this.bridge.sendToThread(a, { type: 'agent_started', payload: { reason } }); }`,
    ),
  ],
  [
    'parts of a parameter',
    inClass(`  onRun(run: { thread: string; agent: string }) { this.bridge.started(run.thread, run.agent); }`),
  ],
  [
    'a component',
    `${IMPORT}export function Panel({ thread }: { thread: string }) { const send = (m: Message) => getBridge().sendToThread(thread, m); return <Form onSend={send} />; }`,
    'src/layer.tsx',
  ],
  [
    'a function that is not exported',
    `${IMPORT}function notify(a: string, m: Message) { return getBridge().sendToThread(a, m); }\nexport const run = () => notify('a', { type: 'agent_started' });`,
  ],
  [
    'a function that asks what it is given',
    `${IMPORT}export const managerOf = (bridge: WebSocketBridge) => bridge.manager;\nexport const stop = (bridge: WebSocketBridge) => bridge.manager.close();\nexport const apply = (f: (a: string) => void, a: string) => f(a);`,
  ],
  ['an accessor of its own', `${IMPORT}export function currentBridge() { return getBridge(); }`],
  ['a re-export', `export { getBridge as bridge, WebSocketBridge } from './ws/bridge';`],
  [
    'an object of the same shape that is no bridge',
    `class Other { started(a: string, b: string) {} }\nexport class Notifier { constructor(private bridge: Other) {} started(a: string, b: string) { this.bridge.started(a, b); } }\n// WebSocketBridge`,
  ],
  [
    'a receiver known by its name only',
    `// WebSocketBridge\nexport class Notifier { constructor(private bridge: any) {} started(a: string, b: string) { this.bridge.started(a, b); } }`,
  ],
  [
    'holding the canonical',
    inClass(`  get target() { return this.bridge; }\n  dispose() { this.bridge.manager.close(); }`),
  ],
];

describe('an object that is annotated', () => {
  const object = (type: string): string =>
    `${IMPORT}import type { Port } from './port';\nconst notifier: ${type} = { started: sharedBridge.started, completed: sharedBridge.completed };\nrun(notifier);`;
  const files = { 'src/port.ts': 'export interface Port { started(): void; completed(): void }\n' };

  it('with a port is what others ask for', () => {
    expect(lint(object('Port'), files)).toEqual([]);
  });

  it.each(['Record<string, unknown>', 'WebSocketBridge'])('with %s is not', (type) => {
    expect(lint(object(type), files)).toHaveLength(1);
  });
});

describe('pass-through', () => {
  const PORT = `export interface Port { started(threadId: string, agent: string): void }\n`;

  it.each(BEHIND_PORTS)('sees the canonical behind an interface %s', (_form, text) => {
    const files = { 'src/port.ts': PORT };
    expect(lint(`import type { Port } from './port';\n${text}`, files).map(({ messageId }) => messageId)).toEqual([
      'forwardingLayer',
    ]);
    // What nobody says is not assumed.
    const given = text.replaceAll(/getBridge\(\)|new WebSocketBridge\(\)/gu, 'given()');
    expect(lint(`import type { Port } from './port';\ndeclare const given: () => Port;\n${given}`, files)).toEqual([]);
  });

  it.each(ANNOTATED)('reports %s', (_form, text) => {
    expect(lint(text).map(({ messageId }) => messageId)).toEqual(['forwardingLayer']);
  });

  it.each(FORWARDING)('reports %s', (_form, text) => {
    expect(
      lint(text, {}, text.includes('<Form') ? 'src/layer.tsx' : 'src/layer.ts').map(({ messageId }) => messageId),
    ).toEqual(['forwardingLayer']);
  });

  it.each(DOCUMENTED)('knows by its comment %s', (_form, text) => {
    expect(lint(text, {}, 'src/layer.js').map(({ messageId }) => messageId)).toEqual(['forwardingLayer']);
    expect(lint(text, {}, 'src/layer.ts')).toEqual([]);
  });

  it.each([
    ['of another function', `/** @param {import('./ws/bridge').WebSocketBridge} bridge */\nfunction other() {}\n`],
    ['of another parameter', `/** @param {import('./ws/bridge').WebSocketBridge} other */\n`],
    ['with another type', `/** @param {import('./other').WebSocketBridge} bridge */\n`],
    ['with a list of it', `/** @param {import('./ws/bridge').WebSocketBridge[]} bridge */\n`],
  ])('knows nothing by a comment %s', (_form, comment) => {
    const text = `${comment}export function notify(bridge, a, m) { return bridge.sendToThread(a, m); }`;
    expect(lint(text, {}, 'src/layer.js')).toEqual([]);
  });

  it.each(UNNAMED)('reports %s', (_form, text, at, name, file = 'src/layer.ts') => {
    expect(lint(text, {}, file).map((report) => [report.messageId, report.at, report.data['name']])).toEqual([
      ['forwardingLayer', at, name],
    ]);
  });

  it.each(ADAPTING)('reports a layer that adds %s', (_form, text, adds) => {
    expect(
      lint(text).map(({ messageId, data, fix, suggestions }) => [messageId, data['adds'], fix, suggestions]),
    ).toEqual([['adaptingLayer', adds, null, []]]);
  });

  it.each(SILENT)('is silent on %s', (_form, text, file) => {
    expect(lint(text, {}, file)).toEqual([]);
  });
});

const NOTIFIER = inClass(
  `  begin(threadId: string, agent: string): void { this.bridge.started(threadId, agent); }\n  completed(threadId: string, agent: string, text: string): void { this.bridge.completed(threadId, agent, text); }`,
).replaceAll('./ws/', './');

it('names all functions that a layer forwards to', () => {
  const config = {
    concerns: { places: { title: 'place', canonical: ['src/places/read.ts#read', 'src/places/write.ts#write'] } },
  };
  const project = fixtureProject(config, {
    'src/places/read.ts': 'export function read(name: string) { return name; }\n',
    'src/places/write.ts': 'export function write(name: string, text: string) { return name + text; }\n',
    'src/layer.ts': `import { read } from './places/read';
import { write } from './places/write';
export const places = { get: (name: string) => read(name), set: (name: string, text: string) => write(name, text) };
`,
  });
  expect(project.lint('src/layer.ts').map(({ message }) => message)).toEqual([
    "'places' only forwards to read and write (2 of 2 methods); 'places' belongs to read (src/places/read.ts). Call them and delete it.",
  ]);
});

describe("a package's public entry", () => {
  const layer = inClass(`  started(threadId: string, agent: string) { this.bridge.started(threadId, agent); }`);
  const lintPackage = (manifest: object, file: string) => {
    const files = { 'src/index.ts': `export { Notifier } from './layer';\n`, 'src/layer.ts': layer };
    const project = fixtureProject(BRIDGE_CONFIG, {
      ...BRIDGE_FILES,
      ...files,
      [file]: file === 'src/index.ts' ? layer : files['src/layer.ts'],
    });
    project.write('package.json', JSON.stringify({ name: 'bridge-kit', main: './src/index.ts', ...manifest }));
    return project.lint(file).map(({ messageId }) => messageId);
  };

  it('may offer a layer', () => {
    expect(lintPackage({}, 'src/layer.ts')).toEqual([]);
    expect(lintPackage({}, 'src/index.ts')).toEqual([]);
  });

  it('is no excuse in a private package', () => {
    expect(lintPackage({ private: true }, 'src/layer.ts')).toEqual(['forwardingLayer']);
  });
});

describe('chains of layers', () => {
  const files = {
    'src/ws/notifier.ts': NOTIFIER,
    'src/ws/thread-notifier.ts': `import { Notifier } from './notifier';\nexport class ThreadNotifier {\n  constructor(private readonly inner: Notifier) {}\n  open(threadId: string, agent: string): void { this.inner.begin(threadId, agent); }\n}\n`,
    'src/ws/agent-notifier.ts': `import { ThreadNotifier } from './thread-notifier';\nexport class AgentNotifier extends ThreadNotifier {}\n`,
  };

  it('are reported with the whole chain', () => {
    const project = fixtureProject(BRIDGE_CONFIG, { ...BRIDGE_FILES, ...files });
    const messages = Object.keys(files).flatMap((file) => project.lint(file).map(({ at, message }) => [at, message]));
    expect(messages).toEqual([
      [
        'Notifier',
        "'Notifier' only forwards to WebSocketBridge (2 of 2 methods); 'websocket' belongs to WebSocketBridge (src/ws/bridge.ts). Call getBridge() and delete it.",
      ],
      [
        'Notifier',
        "'Notifier' only forwards to WebSocketBridge (src/ws/notifier.ts); 'websocket' belongs to WebSocketBridge (src/ws/bridge.ts). Use getBridge() directly.",
      ],
      [
        'ThreadNotifier',
        "'ThreadNotifier' only forwards to Notifier (its only method; ThreadNotifier → Notifier → WebSocketBridge); 'websocket' belongs to WebSocketBridge (src/ws/bridge.ts). Call getBridge() and delete it.",
      ],
      [
        'ThreadNotifier',
        "'ThreadNotifier' only forwards to Notifier (src/ws/thread-notifier.ts; ThreadNotifier → Notifier → WebSocketBridge); 'websocket' belongs to WebSocketBridge (src/ws/bridge.ts). Use getBridge() directly.",
      ],
      [
        'AgentNotifier',
        "'AgentNotifier' only forwards to ThreadNotifier (its only method; AgentNotifier → ThreadNotifier → Notifier → WebSocketBridge); 'websocket' belongs to WebSocketBridge (src/ws/bridge.ts). Call getBridge() and delete it.",
      ],
    ]);
  });

  it('reach modules that name none of the concern’s symbols', () => {
    const consumer = `import { AgentNotifier as Agents } from './ws/agent-notifier';\nexport const run = (agents: Agents) => agents.open('a', 'b');\n`;
    const project = fixtureProject(BRIDGE_CONFIG, { ...BRIDGE_FILES, ...files, 'src/consumer.ts': consumer });
    expect(project.lint('src/consumer.ts')).toMatchObject([
      { check: 'pass-through', messageId: 'layerUse', at: 'AgentNotifier as Agents' },
    ]);
  });

  it('are seen through a barrel that renames them', () => {
    const barrel = {
      'src/ws/index.ts': `export { Notifier as Agents } from './notifier';\n`,
      'src/all.ts': `export * from './ws';\n`,
    };
    const consumer = `import { Agents } from './all';\nexport const run = (agents: Agents) => agents.begin('a', 'b');\n`;
    const project = fixtureProject(BRIDGE_CONFIG, {
      ...BRIDGE_FILES,
      ...files,
      ...barrel,
      'src/consumer.ts': consumer,
    });
    expect(project.lint('src/consumer.ts').map(({ messageId, at, symbol }) => [messageId, at, symbol])).toEqual([
      ['layerUse', 'Agents', 'src/ws/notifier.ts#Notifier'],
    ]);
  });

  it('end where layers hand on to each other', () => {
    const ring = (own: string, other: string, file: string): string =>
      `import { ${other} } from './${file}';\nexport class ${own} { constructor(private next: ${other}) {} go(a: string) { this.next.go(a); } }\n// WebSocketBridge\n`;
    const project = fixtureProject(BRIDGE_CONFIG, {
      ...BRIDGE_FILES,
      'src/a.ts': ring('A', 'B', 'b'),
      'src/b.ts': ring('B', 'A', 'a'),
    });
    expect([...project.lint('src/a.ts'), ...project.lint('src/b.ts')]).toEqual([]);
  });
});

describe('uses of a layer that only forwards', () => {
  const FIXES: [use: string, before: string, after: string][] = [
    [
      'a field',
      `import { Notifier } from './ws/notifier';\nimport { getBridge } from './ws/bridge';\nexport class Runs {\n  private readonly notifier = new Notifier(getBridge());\n  run(thread: string): void {\n    this.notifier.begin(thread, 'agent'); // first\n    this.notifier.completed(thread, 'agent', 'done');\n  }\n}\n`,
      `import { getBridge } from './ws/bridge';\nexport class Runs {\n  private readonly notifier = getBridge();\n  run(thread: string): void {\n    this.notifier.started(thread, 'agent'); // first\n    this.notifier.completed(thread, 'agent', 'done');\n  }\n}\n`,
    ],
    [
      'a local',
      `import { WebSocketBridge } from "./ws/bridge"\nimport { Notifier } from "./ws/notifier"\nexport function run(bridge: WebSocketBridge) {\n  const notifier = new Notifier(bridge)\n  notifier.begin('a', 'b')\n}\n`,
      `import { WebSocketBridge } from "./ws/bridge"\nexport function run(bridge: WebSocketBridge) {\n  const notifier = bridge\n  notifier.started('a', 'b')\n}\n`,
    ],
    [
      'a value that is used at once',
      `import { sharedBridge } from './ws/bridge';\nimport { Notifier, type Other } from './ws/notifier';\nnew Notifier(sharedBridge).begin('a', 'b');\n`,
      `import { sharedBridge } from './ws/bridge';\nimport { type Other } from './ws/notifier';\nsharedBridge.started('a', 'b');\n`,
    ],
  ];

  it.each(FIXES)('are rewritten to its target: %s', (_use, before, after) => {
    const project = fixtureProject(BRIDGE_CONFIG, {
      ...BRIDGE_FILES,
      'src/ws/notifier.ts': NOTIFIER,
      'src/use.ts': before,
    });
    expect(project.fix('src/use.ts')).toBe(after);
    expect(project.lint('src/use.ts', { text: after })).toEqual([]);
  });

  it.each([
    [
      'an import of all',
      `import * as notify from './notify';\nnotify.tell('a', { type: 'agent_started' });\nnotify.other();\n`,
      'src/use.ts',
    ],
    [
      'require',
      `const notify = require('./notify');\nnotify.tell('a', { type: 'agent_started' });\nnotify.other();\n`,
      'src/use.cjs',
    ],
  ])('are reported one by one where %s does not name it', (_form, use, file) => {
    const project = fixtureProject(BRIDGE_CONFIG, {
      ...BRIDGE_FILES,
      'src/notify.ts': `import { sharedBridge, type Message } from './ws/bridge';\nexport const tell = (thread: string, message: Message) => sharedBridge.sendToThread(thread, message);\nexport const other = () => 1;\n`,
      [file]: use,
    });
    expect(project.lint(file).map(({ at, message }) => [at, message])).toEqual([
      [
        'notify.tell',
        "'tell' only forwards to WebSocketBridge (src/notify.ts); 'websocket' belongs to WebSocketBridge (src/ws/bridge.ts). Use getBridge().sendToThread directly.",
      ],
    ]);
  });

  it('of a default export are reported by whatever name', () => {
    const project = fixtureProject(BRIDGE_CONFIG, {
      ...BRIDGE_FILES,
      'src/notify.ts': `import { sharedBridge, type Message } from './ws/bridge';\nexport default (thread: string, message: Message) => sharedBridge.sendToThread(thread, message);\n`,
      'src/use.ts': `import tell from './notify';\ntell('a', { type: 'agent_started' });\n`,
    });
    expect(project.lint('src/use.ts').map(({ at, messageId }) => [at, messageId])).toEqual([['tell', 'layerUse']]);
  });

  it('are rewritten where they are called like what starts and stops things', () => {
    const project = fixtureProject(BRIDGE_CONFIG, {
      ...BRIDGE_FILES,
      'src/ws/notifier.ts': NOTIFIER.replace('begin(', 'start(').replace(
        '  completed',
        '  async close(threadId: string): Promise<void> { this.bridge.drain(threadId); }\n  completed',
      ),
      'src/use.ts': `import { Notifier } from './ws/notifier';\nimport { sharedBridge } from './ws/bridge';\nconst notifier = new Notifier(sharedBridge);\nnotifier.start('a', 'b');\n`,
    });
    expect(project.fix('src/use.ts')).toBe(
      `import { sharedBridge } from './ws/bridge';\nconst notifier = sharedBridge;\nnotifier.started('a', 'b');\n`,
    );
  });

  describe('of an object', () => {
    const files = {
      ...BRIDGE_FILES,
      'src/ws/notifications.ts': `import { getBridge, sharedBridge } from './bridge';
export const notifications = {
  begin: (thread: string, agent: string): void => getBridge().started(thread, agent),
  async drained(thread: string) {
    await getBridge().drain(thread);
  },
};
export const bound = { completed: sharedBridge.completed.bind(sharedBridge) };
`,
    };
    const lint = (text: string) => fixtureProject(BRIDGE_CONFIG, { ...files, 'src/use.ts': text });

    it('are rewritten to what its body calls', () => {
      const before = `import { notifications } from "./ws/notifications";\n\n// first\nnotifications.begin('a', /* agent */ 'b');\nexport const again = () => notifications.begin('c', 'd');\n`;
      const project = lint(before);
      expect(project.fix('src/use.ts')).toBe(
        `import { getBridge } from "./ws/bridge";\n\n// first\ngetBridge().started('a', /* agent */ 'b');\nexport const again = () => getBridge().started('c', 'd');\n`,
      );
    });

    it('of bound methods are rewritten, too', () => {
      const project = lint(`import { bound } from './ws/notifications';\nbound.completed('a', 'b', 'c');\n`);
      expect(project.fix('src/use.ts')).toBe(
        `import { sharedBridge } from './ws/bridge';\nsharedBridge.completed('a', 'b', 'c');\n`,
      );
    });

    it('are only suggested where a method waits', () => {
      const [report] = lint(
        `import { notifications } from './ws/notifications';\nvoid notifications.drained('a');\n`,
      ).lint('src/use.ts');
      expect(report?.fix).toBeNull();
      expect(report?.suggestions.map(({ title }) => title)).toEqual([
        "Use the WebSocketBridge behind 'notifications' ('drained' also guards, logs, waits or catches).",
      ]);
    });

    it.each([
      ['the object goes on', `register(notifications);`],
      ['a method goes on', `register(notifications.begin);`],
      ['another member is used', `notifications.begin('a', 'b'); Object.keys(notifications);`],
    ])('stay where %s', (_what, use) => {
      const [report] = lint(`import { notifications } from './ws/notifications';\n${use}\n`).lint('src/use.ts');
      expect([report?.messageId, report?.fix, report?.suggestions]).toEqual(['layerUse', null, []]);
    });
  });

  it('are only suggested where the value goes on, or its type is named', () => {
    const use = `import { Notifier } from './ws/notifier';\nexport class Runs {\n  constructor(private readonly notifier: Notifier) {}\n  run(): void { this.notifier.begin('a', 'b'); }\n}\n`;
    const project = fixtureProject(BRIDGE_CONFIG, {
      ...BRIDGE_FILES,
      'src/ws/notifier.ts': NOTIFIER,
      'src/use.ts': use,
    });
    const [report] = project.lint('src/use.ts');
    expect(report?.fix).toBeNull();
    expect(report?.suggestions.map(({ title }) => title)).toEqual([
      "Use the WebSocketBridge behind 'Notifier' (whoever hands it over must hand over the other one).",
    ]);
    expect(applyEdits(use, report?.suggestions[0]?.edits ?? [])).toBe(
      `import { WebSocketBridge } from './ws/bridge';\nexport class Runs {\n  constructor(private readonly notifier: WebSocketBridge) {}\n  run(): void { this.notifier.started('a', 'b'); }\n}\n`,
    );
    const passed = `import { Notifier } from './ws/notifier';\nimport { getBridge } from './ws/bridge';\nregister(new Notifier(getBridge()));\n`;
    expect(
      project.lint('src/use.ts', { text: passed }).map(({ fix, suggestions }) => [fix, suggestions[0]?.title]),
    ).toEqual([[null, "Use the WebSocketBridge behind 'Notifier' (it is handed on to others)."]]);
  });

  it.each([
    ['another module', 'src/use.test.ts', `vi.mock('./ws/notifier');\n`, ''],
    ['the module itself', 'src/use.ts', '', `jest.mock('./ws/notifier');\n`],
  ])('are only suggested where %s mocks it', (_who, mocking, test, mock) => {
    const use = `import { Notifier } from './ws/notifier';\nimport { sharedBridge } from './ws/bridge';\n${mock}new Notifier(sharedBridge).begin('a', 'b');\n`;
    const project = fixtureProject(BRIDGE_CONFIG, {
      ...BRIDGE_FILES,
      'src/ws/notifier.ts': NOTIFIER,
      'src/use.test.ts': test,
      'src/use.ts': use,
    });
    const [report] = project.lint('src/use.ts');
    expect([report?.fix, report?.suggestions.map(({ title }) => title)]).toEqual([
      null,
      [`Use the WebSocketBridge behind 'Notifier' (it is mocked in ${mocking}).`],
    ]);
  });

  it('are left alone where something else of it is used', () => {
    const use = `import { Notifier } from './ws/notifier';\nimport { getBridge } from './ws/bridge';\nconst notifier = new Notifier(getBridge());\nnotifier.dispose();\n`;
    const project = fixtureProject(BRIDGE_CONFIG, {
      ...BRIDGE_FILES,
      'src/ws/notifier.ts': NOTIFIER,
      'src/use.ts': use,
    });
    expect(project.lint('src/use.ts').map(({ fix, suggestions }) => [fix, suggestions])).toEqual([[null, []]]);
  });

  it('of a function become calls of what it calls', () => {
    const notify = `import { getBridge, type Message } from './bridge';\nexport function notify(threadId: string, message: Message): number {\n  return getBridge().sendToThread(threadId, message);\n}\n`;
    const use = `import { notify } from './ws/notify';\nnotify('a', { type: 'agent_started' });\n`;
    const project = fixtureProject(BRIDGE_CONFIG, { ...BRIDGE_FILES, 'src/ws/notify.ts': notify, 'src/use.ts': use });
    expect(project.lint('src/ws/notify.ts').map(({ message }) => message)).toEqual([
      "'notify' only forwards to WebSocketBridge (its whole body); 'websocket' belongs to WebSocketBridge (src/ws/bridge.ts). Call getBridge().sendToThread and delete it.",
    ]);
    expect(project.fix('src/use.ts')).toBe(
      `import { getBridge } from './ws/bridge';\ngetBridge().sendToThread('a', { type: 'agent_started' });\n`,
    );
  });

  it('of a function that calls a method without its object are only suggested', () => {
    const notify = `import { sharedBridge, type Message } from './bridge';\nconst { sendToThread } = sharedBridge;\nexport function notify(threadId: string, message: Message): number {\n  return sendToThread(threadId, message);\n}\n`;
    const use = `import { notify } from './ws/notify';\nnotify('a', { type: 'agent_started' });\n`;
    const project = fixtureProject(BRIDGE_CONFIG, { ...BRIDGE_FILES, 'src/ws/notify.ts': notify, 'src/use.ts': use });
    const [report] = project.lint('src/use.ts');
    expect(report?.fix).toBeNull();
    expect(report?.suggestions.map(({ title, edits }) => [title, applyEdits(use, edits)])).toEqual([
      [
        "Replace 'notify' by sharedBridge.sendToThread (not drop-in compatible).",
        `import { sharedBridge } from './ws/bridge';\nsharedBridge.sendToThread('a', { type: 'agent_started' });\n`,
      ],
    ]);
  });
});

describe('layers over a driver', () => {
  const SOCKET = `import { WebSocket } from 'ws';
export class Feed {
  constructor(private readonly socket: WebSocket) {}
  write(data: string): void { this.socket.send(data); }
  probe(data: string): void { this.socket.ping(data); }
  listen(event: string, listener: () => void): void { this.socket.on(event, listener); }
}
`;
  const lintStrict = (text: string, strict: boolean): string[] => {
    const project = fixtureProject(BRIDGE_CONFIG, { ...BRIDGE_FILES, 'src/feed.ts': text });
    return project.lint('src/feed.ts', { strict }).map(({ messageId, at }) => `${messageId} ${at}`);
  };

  it('are reported in strict mode', () => {
    expect(lintStrict(SOCKET, false)).toEqual([]);
    expect(lintStrict(SOCKET, true)).toEqual(['driverLayer Feed']);
  });

  it.each([
    ['two methods', SOCKET.replace(/ {2}probe.*\n/u, '')],
    [
      'state of its own',
      SOCKET.replace('private readonly socket', 'private readonly name: string, private readonly socket'),
    ],
    ['one target for all', SOCKET.replace('.ping(', '.send(').replace('.on(', '.send(')],
    ['a third-party contract', SOCKET.replace('class Feed', 'class Feed implements EventListenerObject')],
    ['an abstract class', SOCKET.replace('class Feed', 'abstract class Feed')],
    ['an object that is looked up', SOCKET.replaceAll('this.socket.', 'this.sockets.get(data).')],
  ])('are no middle men with %s', (_what, text) => {
    expect(lintStrict(text, true)).toEqual([]);
  });
});

describe('uses of an adapter that is declared as a twin', () => {
  const ADAPTER = `import type { Message, WebSocketBridge } from './bridge';
export class WebSocketBridgeAdapter {
  constructor(private readonly bridge: WebSocketBridge | undefined) {}
  begin(threadId: string, agent: string): void { this.bridge?.started(threadId, agent); }
  tell(threadId: string, message: Message): number { return this.bridge?.sendMessage(threadId, message) ?? 0; }
}
`;
  const USE = `import { getBridge } from './ws/bridge';
import { WebSocketBridgeAdapter } from './ws/adapter';
const adapter = new WebSocketBridgeAdapter(getBridge());
adapter.begin('a', 'b');
adapter.tell('a', { type: 'agent_started' });
`;
  const REPLACED = `import { getBridge } from './ws/bridge';
const adapter = getBridge();
adapter.started('a', 'b');
adapter.sendToThread('a', { type: 'agent_started' });
`;
  const withTwin = (compatible?: boolean) => {
    const replacement = {
      from: 'src/ws/adapter.ts#WebSocketBridgeAdapter',
      to: 'WebSocketBridge',
      ...(compatible !== undefined && { compatible }),
    };
    const websocket = { ...BRIDGE_CONFIG.concerns.websocket, replacements: [replacement] };
    return fixtureProject(
      { concerns: { websocket } },
      { ...BRIDGE_FILES, 'src/ws/adapter.ts': ADAPTER, 'src/use.ts': USE },
    );
  };

  it.each([
    [undefined, "'begin' also guards, logs, waits or catches; 'tell' also guards, logs, waits or catches"],
    [
      false,
      "'begin' also guards, logs, waits or catches; 'tell' also guards, logs, waits or catches; not drop-in compatible",
    ],
  ])('suggest what it was given (compatible: %s)', (compatible, doubts) => {
    const [report, ...others] = withTwin(compatible).lint('src/use.ts');
    expect(others).toEqual([]);
    expect([report?.check, report?.fix, report?.suggestions.map(({ title }) => title)]).toEqual([
      'deprecated-use',
      null,
      [`Use the WebSocketBridge behind 'WebSocketBridgeAdapter' (${doubts}).`],
    ]);
    expect(applyEdits(USE, report?.suggestions[0]?.edits ?? [])).toBe(REPLACED);
  });

  it('are fixed on the team’s word', () => {
    expect(withTwin(true).fix('src/use.ts')).toBe(REPLACED);
  });

  it('are reported once at the twin itself', () => {
    expect(
      withTwin()
        .lint('src/ws/adapter.ts')
        .map(({ check, at }) => [check, at]),
    ).toEqual([['second-declaration', 'WebSocketBridgeAdapter']]);
  });
});
