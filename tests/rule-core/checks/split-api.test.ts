import { describe, expect, it } from 'vitest';
import { fixtureProject } from '../../fixture-project/fixture-project.js';
import { BRIDGE_CONFIG, BRIDGE_FILES } from './bridges.js';

const IMPORT = `import { getBridge, sharedBridge, WebSocketBridge } from './ws/bridge';\n`;
const CALL = `sendMessage('a', { type: 'agent_started' })`;

function lint(text: string, file = 'src/use.ts') {
  return fixtureProject(BRIDGE_CONFIG, { ...BRIDGE_FILES, [file]: text })
    .lint(file)
    .filter(({ check }) => check === 'split-api');
}

const KNOWN: [by: string, text: string][] = [
  ['a parameter', `export function f(x: WebSocketBridge) { x.${CALL}; }`],
  ['an optional parameter', `export function f(x?: WebSocketBridge) { x?.${CALL}; }`],
  [
    'a local',
    `export function f(y: unknown) { const x = y as WebSocketBridge; const z: WebSocketBridge = x; z.${CALL}; }`,
  ],
  ['construction', `new WebSocketBridge().${CALL};`],
  ['a constructed local', `export function f() { const x = new WebSocketBridge(); x.${CALL}; }`],
  ['an accessor', `getBridge().${CALL};`],
  ['a local from an accessor', `export const f = () => { const x = getBridge(); return x.${CALL}; };`],
  ['a module-level name', `const x = getBridge();\nexport const f = () => x.${CALL};`],
  [
    'a module-level name that is set later',
    `let x: WebSocketBridge | undefined;\nexport function f() { x ??= getBridge(); return x.${CALL}; }`,
  ],
  ['an import', `sharedBridge.${CALL};`],
  ['a namespace', `import * as ws from './ws/bridge';\nws.sharedBridge.${CALL};`],
  ['a field', `export class A { private x = getBridge(); f() { this.x.${CALL}; } }`],
  [
    'a property of the constructor',
    `export class A { constructor(private x: WebSocketBridge) {} f() { this.x.${CALL}; } }`,
  ],
  ['a private field', `export class A { #x: WebSocketBridge = getBridge(); f() { this.#x.${CALL}; } }`],
  [
    'an inherited field',
    `class B { protected x = getBridge(); }\nexport class A extends B { f() { this.x.${CALL}; } }`,
  ],
  [
    'a destructured parameter',
    `interface Deps { bridge: WebSocketBridge }\nexport function f({ bridge: x }: Deps) { x.${CALL}; }`,
  ],
  [
    'a member of a typed parameter',
    `interface Deps { bridge: WebSocketBridge }\nexport const f = (deps: Deps) => deps.bridge.${CALL};`,
  ],
  ['an alias of the type', `type Bridge = WebSocketBridge;\nexport const f = (x: Bridge) => x.${CALL};`],
  [
    'an awaited factory',
    `async function make(): Promise<WebSocketBridge> { return getBridge(); }\nexport async function f() { const x = await make(); x.${CALL}; }`,
  ],
  ['a getter', `export class A { get x(): WebSocketBridge { return getBridge(); } f() { this.x.${CALL}; } }`],
  ['a choice', `export const f = (x: WebSocketBridge | null) => (x ?? getBridge()).${CALL};`],
  ['a subclass', `class Loud extends WebSocketBridge {}\nexport const f = (x: Loud) => x.${CALL};`],
  ['an inline import type', `export const f = (x: import('./ws/bridge').WebSocketBridge) => x.${CALL};`],
  ['a member in brackets', `getBridge()['sendMessage']('a', { type: 'agent_started' });`],
  ['a closure', `export function f(x: WebSocketBridge) { return [1].map(() => x.${CALL}); }`],
];

const SILENT: [what: string, text: string, file?: string][] = [
  ['a name alone', `export function f(bridge: any, webSocketBridge: unknown) { bridge.${CALL}; }`],
  ['another class', `class Chat { sendMessage(a: string, m: object) {} }\nexport const f = (x: Chat) => x.${CALL};`],
  ['a parameter that hides an import', `export const f = (sharedBridge: any) => sharedBridge.${CALL};`],
  ['the new name', `getBridge().sendToThread('a', { type: 'agent_started' });`],
  [
    'another canonical without that method',
    `import { WebSocketManager } from './ws/manager';\nexport const f = (x: WebSocketManager) => x.${CALL};`,
  ],
  ['a test', `getBridge().${CALL};`, 'src/use.test.ts'],
];

describe('split-api', () => {
  it.each(KNOWN)('knows the canonical by %s', (_by, text) => {
    expect(lint(IMPORT + text).map(({ at, fix }) => [at, fix?.map((edit) => edit.text)])).toEqual([
      ['sendMessage', ['sendToThread']],
    ]);
  });

  it.each(SILENT)('is silent on %s', (_what, text, file) => {
    expect(lint(IMPORT + text, file)).toEqual([]);
  });

  it('is silent on a canonical that has no method of the new name', () => {
    const gateway = `export class Gateway { sendMessage(threadId: string, message: object): void {} }\n`;
    const project = fixtureProject(
      { concerns: { websocket: { preset: 'websocket', canonical: 'src/ws/gateway.ts#Gateway' } } },
      {
        'src/ws/gateway.ts': gateway,
        'src/use.ts': `import { Gateway } from './ws/gateway';\nexport const f = (x: Gateway) => x.${CALL};\n`,
      },
    );
    expect(project.lint('src/use.ts')).toEqual([]);
  });

  it('is silent in the canonical, which may keep its old method', () => {
    const project = fixtureProject(BRIDGE_CONFIG, BRIDGE_FILES);
    expect(project.lint('src/ws/bridge.ts')).toEqual([]);
  });

  it('says what to call', () => {
    expect(lint(`${IMPORT}getBridge().${CALL};`)).toMatchObject([
      {
        rule: 'no-websocket-adapter',
        symbol: 'src/ws/bridge.ts#WebSocketBridge.sendMessage',
        message:
          "'WebSocketBridge.sendMessage' is the old name of 'sendToThread': two ways to do one thing drift apart. Call sendToThread (src/ws/bridge.ts).",
        tags: ['deprecated'],
      },
    ]);
  });

  it('reads a bound method', () => {
    expect(
      lint(`${IMPORT}export const send = sharedBridge.sendMessage.bind(sharedBridge);`).map(({ at, fix }) => [
        at,
        fix?.[0]?.text,
      ]),
    ).toEqual([['sendMessage', 'sendToThread']]);
  });

  it('suggests where the two take different parameters', () => {
    const bridge = BRIDGE_FILES['src/ws/bridge.ts'].replace(
      'sendMessage(threadId: string, message: Message)',
      'sendMessage(message: Message, threadId: string)',
    );
    const project = fixtureProject(BRIDGE_CONFIG, {
      ...BRIDGE_FILES,
      'src/ws/bridge.ts': bridge,
      'src/use.ts': `${IMPORT}getBridge().${CALL};`,
    });
    expect(
      project.lint('src/use.ts').map(({ fix, suggestions }) => [fix, suggestions.map(({ title }) => title)]),
    ).toEqual([[null, ["Call 'sendToThread' in place of 'sendMessage' (parameters differ)."]]]);
  });

  it('suggests where the old method is gone', () => {
    const bridge = BRIDGE_FILES['src/ws/bridge.ts'].replace(/ {2}sendMessage.*\n/u, '');
    const project = fixtureProject(BRIDGE_CONFIG, {
      ...BRIDGE_FILES,
      'src/ws/bridge.ts': bridge,
      'src/use.ts': `${IMPORT}getBridge().${CALL};`,
    });
    expect(
      project.lint('src/use.ts').map(({ fix, suggestions }) => [fix, suggestions.map(({ title }) => title)]),
    ).toEqual([[null, ["Call 'sendToThread' in place of 'sendMessage' ('sendMessage' is not declared any more)."]]]);
  });

  it('keeps comments, and settles', () => {
    const project = fixtureProject(BRIDGE_CONFIG, {
      ...BRIDGE_FILES,
      'src/use.ts': `${IMPORT}getBridge()\n  // twice\n  .sendMessage /* old */ ('a', { type: 'agent_started' });\n`,
    });
    expect(project.fix('src/use.ts')).toBe(
      `${IMPORT}getBridge()\n  // twice\n  .sendToThread /* old */ ('a', { type: 'agent_started' });\n`,
    );
  });
});
