import { describe, expect, it } from 'vitest';
import { fixtureProject } from '../../fixture-project/fixture-project.js';
import { CONTEXT_CONFIG, CONTEXT_FILES } from './contexts.js';

const IMPORT = `import { UserExecutionContext, createUserExecutionContext } from './context/user-execution-context';\n`;

/** A whole module of twins, not all of which are contexts. */
const TWINS = `export class State { id = ''; }
export enum Kind { User = 'user' }
export function snapshot<T>(read: (state: State) => T): T { return read(new State()); }
`;

function reported(text: string, file = 'src/shared.ts'): string[] {
  const { context } = CONTEXT_CONFIG.concerns;
  const replacements = [...(context?.replacements ?? []), { from: 'src/twins.ts', to: 'UserExecutionContext' }];
  const config = { concerns: { context: { ...context, replacements } } };
  return fixtureProject(config, { ...CONTEXT_FILES, 'src/twins.ts': TWINS, [file]: IMPORT + text })
    .lint(file)
    .filter(({ check }) => check === 'shared-instance')
    .map(({ at }) => at);
}

describe('shared-instance', () => {
  it.each([
    ['a module-level const', `export const context = new UserExecutionContext('u', 't');`, ['context']],
    ['an annotated let', `let current: UserExecutionContext | null = null;`, ['current']],
    ['an instance from a factory', `const context = createUserExecutionContext('u', 't');`, ['context']],
    ['an instance from a static method', `const context = UserExecutionContext.anonymous();`, ['context']],
    ['a static field', `class Registry { private static last?: UserExecutionContext; }`, ['last']],
    [
      'a static field with a value',
      `class Registry { static instance = new UserExecutionContext('u', 't'); }`,
      ['instance'],
    ],
    [
      'a variable behind a singleton accessor',
      `let instance;\nexport function get() { return (instance ??= new UserExecutionContext('u', 't')); }`,
      ['instance'],
    ],
    [
      'a variable that is set in an if',
      `let instance;\nexport function get() { if (!instance) { instance = createUserExecutionContext('u', 't'); } return instance; }`,
      ['instance'],
    ],
    ['a choice', `const context = globalThis.saved ?? new UserExecutionContext('u', 't');`, ['context']],
    ['a default export', `export default new UserExecutionContext('u', 't');`, ['default']],
    [
      'a property of an object',
      `const cache = { size: 1, inner: { context: createUserExecutionContext('u', 't') } };`,
      ['context'],
    ],
    [
      'a property that is set',
      `const store: any = {};\nstore.current ??= new UserExecutionContext('u', 't');`,
      ['store.current'],
    ],
    [
      'a property of the type of a context',
      `const holder: { readonly id: string; value?: UserExecutionContext | null } = { id: '' };\nexport const put = (context: UserExecutionContext) => { holder.value = context; };`,
      ['holder.value'],
    ],
    [
      'a property that an interface declares as a context',
      `interface State { last: UserExecutionContext | null }\nconst state: State = { last: null };\nexport function keep(context: UserExecutionContext) { state.last = context; }`,
      ['last'],
    ],
    [
      'a static member that no field declares',
      `class Session {}\nexport const open = () => { (Session as any).current = new UserExecutionContext('u', 't'); };`,
      ['(Session as any).current'],
    ],
    ['a global', `(globalThis as any).context = new UserExecutionContext('u', 't');`, ['(globalThis as any).context']],
    [
      'a global that is set later',
      `export function boot() { global.context ||= createUserExecutionContext('u', 't'); }`,
      ['global.context'],
    ],
    ['the promise of one', `let pending: Promise<UserExecutionContext | null> | undefined;`, ['pending']],
    [
      'what an async factory makes',
      `async function load() { return new UserExecutionContext('u', 't'); }\nconst ready = load();\nconst done = await load();`,
      ['ready', 'done'],
    ],
    [
      'an annotated async factory',
      `const load = async (): Promise<UserExecutionContext> => find();\nexport const ready = load();`,
      ['ready'],
    ],
    [
      'a variable of a namespace',
      `namespace Current { export let context: UserExecutionContext | undefined; }`,
      ['context'],
    ],
    [
      'an instance of a subclass',
      `class AppContext extends UserExecutionContext { private static only?: AppContext; static get() { return (AppContext.only ??= new AppContext('a', 'b')); } }`,
      ['only'],
    ],
    [
      'the default of a React context',
      `import { createContext } from 'react';\nconst Context = createContext(new UserExecutionContext('u', 't'));`,
      ['Context'],
    ],
    [
      'an object that is built on one',
      `import { Chat } from './chat';\nexport const chat = new Chat('a', new UserExecutionContext('u', 't'));`,
      ['chat'],
    ],
    [
      'an accessor that makes one once',
      `import once from 'lodash/once';\nexport const current = once(() => new UserExecutionContext('u', 't'));`,
      ['current'],
    ],
    [
      'the default of a React context from an accessor',
      `import { createContext } from 'react';\nconst Context = createContext<UserExecutionContext>(createUserExecutionContext('u', 't'));`,
      ['Context'],
    ],
    ['a twin', `import { DeepAgentState } from './agents';\nconst state = new DeepAgentState({});`, ['state']],
  ])('reports %s', (_name, text, at) => {
    expect(reported(text)).toEqual(at);
  });

  it.each([
    ['a local', `export function handle() { const context = new UserExecutionContext('u', 't'); return context; }`],
    ['a factory', `export const make = () => new UserExecutionContext('u', 't');`],
    ['an instance field', `export class Session { context = new UserExecutionContext('u', 't'); }`],
    ['a store per request', `export const storage = new AsyncLocalStorage<UserExecutionContext>();`],
    ['a cache by user', `export const byUser = new Map<string, UserExecutionContext>();`],
    ['the class itself', `export const Context = UserExecutionContext;`],
    ['a declared variable', `declare const context: UserExecutionContext;`],
    ['a value that stays empty', `const nobody: UserExecutionContext | null = null;`],
    [
      'a store by key',
      `const byUser: Record<string, UserExecutionContext> = {};\nexport const put = (id: string) => { byUser[id] = new UserExecutionContext(id, 't'); };`,
    ],
    [
      'what reads one',
      `const userId = new UserExecutionContext('u', 't').userId;\nconst text = describe(new UserExecutionContext('u', 't'));`,
    ],
    [
      'an object of functions',
      `export const contexts = { make: () => new UserExecutionContext('u', 't'), get fresh() { return new UserExecutionContext('u', 't'); } };`,
    ],
    ['a part of one', `let last: UserExecutionContext['userId'] | undefined;\nlet key: keyof UserExecutionContext;`],
    [
      'the context of one request',
      `export function handle(request: { context?: UserExecutionContext }) { request.context = new UserExecutionContext('u', 't'); }`,
    ],
    [
      'an option that nothing is put into',
      `interface Options { context?: UserExecutionContext }\nconst defaults: Options = {};`,
    ],
    [
      'a property that is emptied',
      `const holder: { value?: UserExecutionContext | null } = {};\nexport const clear = () => { holder.value = null; };`,
    ],
    [
      'what makes one for each call',
      `import { wrap } from 'wrap';\nexport const make = wrap(() => new UserExecutionContext('u', 't'));`,
    ],
    ['a promise of something else', `let pending: Promise<Map<string, UserExecutionContext>> | undefined;`],
    [
      'what a generic function of a twin module returns',
      `import { snapshot } from './twins';\nconst text = snapshot((state) => state.id);`,
    ],
    ['a factory that is bound', `export const make = UserExecutionContext.anonymous.bind(UserExecutionContext);`],
    ['an enum among the twins', `import { Kind } from './twins';\nconst kind: Kind = Kind.User;`],
    ['a typed function', `export const handler: (context: UserExecutionContext) => void = () => {};`],
  ])('is silent on %s', (_name, text) => {
    expect(reported(text)).toEqual([]);
  });

  it('says what to do', () => {
    const project = fixtureProject(CONTEXT_CONFIG, {
      ...CONTEXT_FILES,
      'src/a.ts': `${IMPORT}class A { static c = new UserExecutionContext('u', 't'); }`,
    });
    expect(project.lint('src/a.ts')[0]?.message).toBe(
      "'A.c' keeps one UserExecutionContext for every user (in a static field); 'context' wants one per request. Create it with createUserExecutionContext() (src/context/user-execution-context.ts) where the request comes in, and pass it on.",
    );
  });

  it.each([
    ['exports.context = new UserExecutionContext("u", "t");', 'context'],
    ['module.exports = new UserExecutionContext("u", "t");', 'module.exports'],
    ["const { Old } = require('./old');\nlet state = null;\nexports.get = (id) => (state ??= new Old(id));", 'state'],
    ['module.exports = { context: new UserExecutionContext("u", "t") };', 'context'],
    [
      '/** @type {import("./context/user-execution-context").UserExecutionContext | null} */\nlet current = null;',
      'current',
    ],
  ])('reports it in CommonJS: %s', (text, at) => {
    const required = `const { UserExecutionContext } = require('./context/user-execution-context');\n${text}\n`;
    const { context } = CONTEXT_CONFIG.concerns;
    const replacements = [{ from: 'src/old.js#Old', to: 'UserExecutionContext' }];
    const project = fixtureProject(
      { concerns: { context: { ...context, replacements } } },
      { ...CONTEXT_FILES, 'src/old.js': 'exports.Old = class {};\n', 'src/shared.js': required },
    );
    const shared = project.lint('src/shared.js').filter(({ check }) => check !== 'deprecated-use');
    expect(shared.map(({ check, at: where }) => `${check} ${where}`)).toEqual([`shared-instance ${at}`]);
  });

  it.each([
    [
      `export default new UserExecutionContext('u', 't');`,
      "'shared' keeps one UserExecutionContext for every user (at module level)",
    ],
    [
      `globalThis.current = new UserExecutionContext('u', 't');`,
      "'globalThis.current' keeps one UserExecutionContext for every user (in a global)",
    ],
    [
      `const cache = { context: new UserExecutionContext('u', 't') };`,
      "'cache.context' keeps one UserExecutionContext for every user (at module level)",
    ],
  ])('names the place: %s', (text, message) => {
    const project = fixtureProject(CONTEXT_CONFIG, { ...CONTEXT_FILES, 'src/shared.ts': IMPORT + text });
    expect(project.lint('src/shared.ts')[0]?.message).toContain(message);
  });

  it('wants no lifetime of a concern that does not ask for one', () => {
    const config = { concerns: { context: { ...CONTEXT_CONFIG.concerns.context, lifetime: 'process' as const } } };
    const project = fixtureProject(config, {
      ...CONTEXT_FILES,
      'src/a.ts': `${IMPORT}const c = new UserExecutionContext('u', 't');`,
    });
    expect(project.lint('src/a.ts')).toEqual([]);
  });
});
