import { describe, expect, it } from 'vitest';
import { fixtureProject } from '../../fixture-project/fixture-project.js';
import { CONTEXT_CONFIG, CONTEXT_FILES } from './contexts.js';

const IMPORT = `import { UserExecutionContext, createUserExecutionContext } from './context/user-execution-context';\n`;

function reported(text: string, file = 'src/shared.ts'): string[] {
  return fixtureProject(CONTEXT_CONFIG, { ...CONTEXT_FILES, [file]: IMPORT + text })
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

  it('wants no lifetime of a concern that does not ask for one', () => {
    const config = { concerns: { context: { ...CONTEXT_CONFIG.concerns.context, lifetime: 'process' as const } } };
    const project = fixtureProject(config, {
      ...CONTEXT_FILES,
      'src/a.ts': `${IMPORT}const c = new UserExecutionContext('u', 't');`,
    });
    expect(project.lint('src/a.ts')).toEqual([]);
  });
});
