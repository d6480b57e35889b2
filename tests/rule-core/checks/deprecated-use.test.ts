import { describe, expect, it } from 'vitest';
import type { SsotConfig } from '../../../rule-core/src/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';
import { CONTEXT_CONFIG, CONTEXT_FILES } from './contexts.js';

/** The texts that are reported in a module. */
function reported(text: string, file = 'src/consumer.ts'): string[] {
  const project = fixtureProject(CONTEXT_CONFIG, { ...CONTEXT_FILES, [file]: text });
  return project.lint(file).map(({ at }) => at);
}

const FORMS: [form: string, text: string, at: string[], file?: string][] = [
  [
    'a named import',
    `import { AgentExecutionContext } from './agents/agent-execution-context';`,
    ['AgentExecutionContext'],
  ],
  [
    'a renamed import',
    `import { AgentExecutionContext as C } from './agents/agent-execution-context';`,
    ['AgentExecutionContext as C'],
  ],
  ['a default import', `import State from './agents/state';`, ['State']],
  ['a default import by name', `import { default as State } from './agents/state';`, ['default as State']],
  ['one name among others', `import { unrelated, DeepAgentState } from './agents/state';`, ['DeepAgentState']],
  ['import type', `import type { DeepAgentState } from './agents/state';`, ['DeepAgentState']],
  ['inline type', `import { unrelated, type DeepAgentState } from './agents/state';`, ['type DeepAgentState']],
  [
    'a namespace member',
    `import * as agents from './agents/state';\nexport const f = () => new agents.DeepAgentState({});`,
    ['agents.DeepAgentState'],
  ],
  [
    'a namespace member by string',
    `import * as agents from './agents/state';\nconst s = agents['DeepAgentState'];`,
    ["agents['DeepAgentState']"],
  ],
  [
    'a namespace type',
    `import * as agents from './agents/state';\nexport function f(s: agents.DeepAgentState) {}`,
    ['agents.DeepAgentState'],
  ],
  [
    'a destructured namespace',
    `import * as agents from './agents/state';\nexport function f() { const { DeepAgentState: S } = agents; return S; }`,
    ['DeepAgentState: S'],
  ],
  ['an escaping namespace', `import * as agents from './agents/state';\nregister(agents);`, ['agents']],
  ['a side effect', `import './agents/state';`, ["'./agents/state'"]],
  ['a re-export', `export { DeepAgentState } from './agents/state';`, ['DeepAgentState']],
  ['a renamed re-export', `export { DeepAgentState as State } from './agents/state';`, ['DeepAgentState as State']],
  ['export *', `export * from './agents/state';`, ["'./agents/state'"]],
  ['export * as', `export * as state from './agents/state';`, ['* as state']],
  ['a renaming barrel', `import { RunContext } from './agents';`, ['RunContext']],
  ['a star barrel', `import { DeepAgentState } from '.';`, ['DeepAgentState']],
  [
    'a namespace barrel',
    `import { agents } from '.';\nexport const f = () => agents.RunContext;`,
    ['agents.RunContext'],
  ],
  [
    'import = require',
    `import state = require('./agents/state');\nexport const f = () => state.DeepAgentState;`,
    ['state.DeepAgentState'],
    'src/consumer.cts',
  ],
  [
    'require',
    `const state = require('./agents/state');\nmodule.exports = () => new state.DeepAgentState();`,
    ['state.DeepAgentState'],
    'src/consumer.cjs',
  ],
  [
    'a destructured require',
    `const { DeepAgentState } = require('./agents/state');`,
    ['DeepAgentState'],
    'src/consumer.cjs',
  ],
  [
    'a member of require',
    `module.exports = () => require('./agents/state').DeepAgentState;`,
    ["require('./agents/state').DeepAgentState"],
    'src/consumer.cjs',
  ],
  [
    'createRequire',
    `import { createRequire } from 'node:module';\nconst load = createRequire(import.meta.url);\nconst { DeepAgentState } = load('./agents/state');`,
    ['DeepAgentState'],
  ],
  [
    'await import',
    `export async function f() { const { DeepAgentState } = await import('./agents/state'); return DeepAgentState; }`,
    ['DeepAgentState'],
  ],
  [
    'a member of await import',
    `export const f = async () => (await import('./agents/state')).DeepAgentState;`,
    ["(await import('./agents/state')).DeepAgentState"],
  ],
  [
    'a template import',
    'export const f = async () => (await import(`./agents/state`)).DeepAgentState;',
    ['(await import(`./agents/state`)).DeepAgentState'],
  ],
  ['then', `export const f = () => import('./agents/state').then((m) => m.DeepAgentState);`, ['m.DeepAgentState']],
  [
    'a destructuring then',
    `export const f = () => import('./agents/state').then(({ DeepAgentState }) => DeepAgentState);`,
    ['DeepAgentState'],
  ],
  ['an opaque import', `export const f = lazy(() => import('./agents/state'));`, ["'./agents/state'"]],
  [
    'typeof import',
    `export let f: typeof import('./agents/state').DeepAgentState;`,
    ["import('./agents/state').DeepAgentState"],
  ],
  [
    'an import type',
    `export function f(s: import('./agents/state').DeepAgentState) {}`,
    ["import('./agents/state').DeepAgentState"],
  ],
  [
    'a JSDoc type',
    `/** @param {import('./agents/state').DeepAgentState} s */\nexport function f(s) {}`,
    ["import('./agents/state').DeepAgentState"],
    'src/consumer.js',
  ],
  ['a mock', `vi.mock('./agents/state');`, ["'./agents/state'"], 'src/consumer.test.ts'],
  ['a parameter of that name', `export function f(DeepAgentState: number) { return DeepAgentState; }`, []],
  ['another module of that name', `import { DeepAgentState } from 'other-package';`, []],
  [
    'a JSDoc type in TypeScript',
    `/** @param {import('./agents/state').DeepAgentState} s */\nexport function f(s: unknown) {}`,
    [],
  ],
  ['another export of the module', `import { unrelated } from './agents/state';`, []],
  ['a barrel as an object', `import * as all from './agents';\nregister(all);`, []],
];

/** A twin that is only a type. */
const TYPE_CONFIG: SsotConfig = {
  concerns: {
    context: {
      title: 'context',
      canonical: 'src/context.ts#Context',
      replacements: [{ from: 'src/policy.ts#PolicyContext', to: 'Context' }],
    },
  },
};

describe('deprecated-use', () => {
  it.each(FORMS)('reads %s', (_form, text, at, file) => {
    expect(reported(text, file)).toEqual(at);
  });

  it('names the twin, the owner and what to write', () => {
    const project = fixtureProject(CONTEXT_CONFIG, {
      ...CONTEXT_FILES,
      'src/consumer.ts': `import State from './agents/state';`,
    });
    expect(project.lint('src/consumer.ts')).toMatchObject([
      {
        rule: 'no-deprecated-context',
        concern: 'context',
        check: 'deprecated-use',
        symbol: 'src/agents/state.ts#DeepAgentState',
        message:
          "'State' is a second execution context; 'context' belongs to UserExecutionContext (src/context/user-execution-context.ts). Use UserExecutionContext.",
        related: [{ path: 'src/context/user-execution-context.ts' }],
      },
    ]);
  });

  it('reports a twin once, at its declaration, and nothing else in its module', () => {
    const project = fixtureProject(CONTEXT_CONFIG, CONTEXT_FILES);
    expect(project.lint('src/agents/state.ts')).toMatchObject([
      { check: 'second-declaration', at: 'DeepAgentState', line: 1 },
    ]);
    expect(project.lint('src/context/user-execution-context.ts')).toEqual([]);
  });

  it('reports twins that are exported as expressions, and nothing else in their module', () => {
    const config: SsotConfig = {
      concerns: {
        db: {
          preset: 'clickhouse',
          canonical: 'src/db.ts#db',
          drivers: ['@clickhouse/client'],
          replacements: [
            { from: 'src/rows.js#rows', to: 'db' },
            { from: 'src/rows.js#insert', to: 'db' },
            { from: 'src/client.ts#default', to: 'db' },
            { from: 'src/store.js#query', to: 'db' },
          ],
        },
      },
    };
    const client = `const { createClient } = require('@clickhouse/client');\nconst client = createClient();\n`;
    const project = fixtureProject(config, {
      'src/db.ts': `import { createClient } from '@clickhouse/client';\nexport const db = createClient();\n`,
      'src/rows.js': `${client}exports.rows = async (sql) => client.query({ query: sql });\nmodule.exports.insert = function (row) { client.insert(row); };\nexports.other = 1;\n`,
      'src/client.ts': `import { createClient } from '@clickhouse/client';\nexport default createClient();\n`,
      'src/store.js': `${client}module.exports = { query: async (sql) => client.query({ query: sql }), other: 1 };\n`,
    });
    const found = (file: string): string[] =>
      project.lint(file).map(({ check, at, data }) => `${check} ${at} ${data['name'] ?? ''}`);
    expect(found('src/rows.js')).toEqual(['second-declaration rows rows', 'second-declaration insert insert']);
    expect(found('src/client.ts')).toEqual(['second-declaration default client']);
    expect(found('src/store.js')).toEqual(['second-declaration query query']);
  });

  it('takes no module object for a use of a type, which is not in it at run time', () => {
    const project = fixtureProject(TYPE_CONFIG, {
      'src/context.ts': 'export interface Context { user: string }\n',
      'src/policy.ts': 'export type PolicyContext = { user: string };\nexport const check = () => true;\n',
      'src/spy.ts': "import * as policy from './policy';\nspyOn(policy, 'check');\n",
      'src/star.ts': "export * from './policy';\n",
      'src/member.ts': "import * as policy from './policy';\nexport const f = (c: policy.PolicyContext) => c;\n",
    });
    expect(project.lint('src/spy.ts')).toEqual([]);
    expect(project.lint('src/star.ts').map(({ at }) => at)).toEqual(["'./policy'"]);
    expect(project.lint('src/member.ts').map(({ at }) => at)).toEqual(['policy.PolicyContext']);
  });

  it('only suggests a type that cannot be compared', () => {
    const project = fixtureProject(TYPE_CONFIG, {
      'src/context.ts': 'export const make = () => ({ user: 1 });\nexport type Context = ReturnType<typeof make>;\n',
      'src/policy.ts': 'export type PolicyContext = { user: string };\n',
      'src/use.ts': "import type { PolicyContext } from './policy';\nexport const f = (c: PolicyContext) => c;\n",
    });
    expect(project.lint('src/use.ts')).toMatchObject([
      {
        fix: null,
        suggestions: [{ title: "Replace 'PolicyContext' by Context (the two declarations cannot be compared)." }],
      },
    ]);
  });

  it('switches a form off', () => {
    const config = { concerns: { context: { ...CONTEXT_CONFIG.concerns.context, forms: { type: false } } } };
    const project = fixtureProject(config, {
      ...CONTEXT_FILES,
      'src/consumer.ts': `import type { DeepAgentState } from './agents/state';`,
    });
    expect(project.lint('src/consumer.ts')).toEqual([]);
  });

  it('knows that export * leaves the default export behind', () => {
    const config: SsotConfig = {
      concerns: {
        context: {
          ...CONTEXT_CONFIG.concerns.context,
          replacements: [
            { from: 'src/guest.ts#default', to: 'UserExecutionContext' },
            { from: 'src/visitor.ts#default', to: 'UserExecutionContext' },
          ],
        },
      },
    };
    const project = fixtureProject(config, {
      ...CONTEXT_FILES,
      'src/guest.ts': 'export default class Guest {}\n',
      'src/visitor.ts': 'export class Visitor {}\nexport default Visitor;\n',
      'src/barrel.ts': "export * from './guest';\nexport * from './visitor';\nexport * as guest from './guest';\n",
    });
    expect(project.lint('src/barrel.ts').map(({ at }) => at)).toEqual(["'./visitor'", '* as guest']);
  });

  it('does not take the question whether a global is there for a use of it', () => {
    const config: SsotConfig = {
      concerns: {
        ids: {
          preset: 'id-generation',
          canonical: 'src/ids.ts#newId',
          replacements: [{ from: 'global:crypto.randomUUID', to: 'newId' }],
        },
      },
    };
    const project = fixtureProject(config, {
      'src/ids.ts': "export const newId = () => 'a';\n",
      'src/a.ts': "export const id = () => (typeof crypto.randomUUID === 'function' ? crypto.randomUUID() : 'none');\n",
    });
    expect(project.lint('src/a.ts').map(({ at, range }) => [at, range[0]])).toEqual([['crypto.randomUUID', 67]]);
  });
});

describe('what to use instead of a twin', () => {
  it('is called with what it needs', () => {
    const ids = {
      title: 'IDs',
      canonical: 'src/ids.ts',
      replacements: [{ from: 'ulid#ulid', to: 'entityId', compatible: true }],
    };
    const [report] = fixtureProject(
      { concerns: { ids } },
      {
        'src/ids.ts':
          "export function entityId(kind: string, prefix?: string, at = 0, ...rest: string[]): string { return ''; }\n",
        'src/consumer.ts': "import { ulid } from 'ulid';\nulid();\n",
      },
    ).lint('src/consumer.ts');
    expect(report?.message).toContain('Use entityId(kind).');
  });
});

describe('a twin with the name of what replaces it', () => {
  const concerns = {
    logging: {
      title: 'logger',
      canonical: 'lib/log.js',
      replacements: [{ from: 'lib/old.js#debug', to: 'debug' }],
    },
  };
  const CANONICAL = 'exports.debug = (message) => process.stdout.write(message);\n';

  it.each([
    [
      'a function',
      `const log = require('./log');\nfunction debug(message) { log.debug(message); }\nmodule.exports = { debug };\n`,
    ],
    ['an exported property', `const log = require('./log');\nexports.debug = (message) => log.debug(message);\n`],
    ['a property', `const log = require('./log');\nmodule.exports = { debug(message) { log.debug(message); } };\n`],
    ['an ES module', `import log from './log';\nexport function debug(message) { log.debug(message); }\n`],
  ])('is a use although it stands on the canonical: %s', (_what, old) => {
    const project = fixtureProject(
      { concerns },
      {
        'lib/log.js': CANONICAL,
        'lib/old.js': old,
        'use.js': "const { debug } = require('./lib/old');\ndebug('x');\n",
      },
    );
    expect(project.lint('use.js').map(({ at, check }) => [at, check])).toEqual([['debug', 'deprecated-use']]);
  });

  it('is none where the canonical hands it out', () => {
    const project = fixtureProject(
      { concerns: { logging: { ...concerns.logging, canonical: 'lib/log.js#debug' } } },
      {
        'lib/log.js': "export { debug } from './old';\n",
        'lib/old.js': 'export function debug(message) { process.stdout.write(message); }\n',
        'use.js': "import { debug } from './lib/log';\ndebug('x');\n",
      },
    );
    expect(project.lint('use.js')).toEqual([]);
  });
});

describe('what a twin is called', () => {
  it.each([
    ['HTTP client', 'a second HTTP client;'],
    ['database access', 'a second database access;'],
    ['event bus', 'a second event bus;'],
    ['dates', 'a second implementation of dates;'],
    ['logging', 'a second implementation of logging;'],
  ])('for %s', (title, words) => {
    const concern = { title, canonical: 'src/own.ts#own', replacements: [{ from: 'other', to: 'own' }] };
    const [report] = fixtureProject(
      { concerns: { concern } },
      { 'src/own.ts': 'export const own = () => 1;\n', 'src/consumer.ts': "import other from 'other';\nother();\n" },
    ).lint('src/consumer.ts');
    expect(report?.message).toContain(`'other' is ${words}`);
  });
});

describe('twins that are members', () => {
  const config: SsotConfig = {
    concerns: {
      ids: {
        title: 'ID generator',
        canonical: 'src/ids.ts#Ids',
        replacements: [
          { from: 'src/old.ts#Old.make', to: 'Ids.make' },
          { from: 'src/old.ts#old.next', to: 'Ids.make' },
        ],
      },
    },
  };
  const files = {
    'src/ids.ts': 'export class Ids { static make(prefix: string): string { return prefix; } }\n',
    'src/old.ts':
      'export class Old { static make(prefix: string): string { return prefix; } static size = 3; }\nexport const old = { next(prefix: string): string { return prefix; }, size: 3 };\n',
  };

  it.each([
    [
      `import { Old } from './old';\nexport const a = Old.make('x');\n`,
      `import { Ids } from './ids';\nexport const a = Ids.make('x');\n`,
    ],
    [
      `import { old } from './old';\nexport const a = [old.next('x'), old.size];\n`,
      `import { old } from './old';\nimport { Ids } from './ids';\nexport const a = [Ids.make('x'), old.size];\n`,
    ],
    [
      `import * as all from './old';\nexport const a = all.Old.make('x');\n`,
      `import * as all from './old';\nimport { Ids } from './ids';\nexport const a = Ids.make('x');\n`,
    ],
  ])('are found and replaced: %s', (before, after) => {
    const project = fixtureProject(config, { ...files, 'src/a.ts': before });
    expect(project.lint('src/a.ts').map(({ messageId }) => messageId)).toEqual(['deprecatedUse']);
    expect(project.fix('src/a.ts')).toBe(after);
  });

  it('leave the others alone', () => {
    const text = `import { Old, old } from './old';\nexport const a = [Old.size, old.size, new Old()];\n`;
    expect(fixtureProject(config, { ...files, 'src/a.ts': text }).lint('src/a.ts')).toEqual([]);
  });
});

describe('mocks of a module with several exports', () => {
  const files = {
    'src/ids.ts': 'export const a = (): string => "";\nexport const b = (): string => "";\n',
    'src/old.ts':
      'export const first = (): string => "";\nexport const second = (): string => "";\nexport const other = 1;\n',
  };
  const config: SsotConfig = {
    concerns: {
      ids: {
        title: 'ID generator',
        canonical: 'src/ids.ts',
        replacements: [
          { from: 'src/old.ts#first', to: 'a' },
          { from: 'src/old.ts#second', to: 'b' },
        ],
      },
    },
  };
  const named = (mock: string): (string | undefined)[] =>
    fixtureProject(config, { ...files, 'src/a.test.ts': mock })
      .lint('src/a.test.ts')
      .map(({ data }) => data['name']);

  it('are uses of what they replace', () => {
    expect(named(`vi.mock('./old', async (original) => ({ ...(await original()), second: vi.fn() }));\n`)).toEqual([
      'second',
    ]);
    expect(named(`jest.mock('./old', () => ({ ...jest.requireActual('./old'), other: 2 }));\n`)).toEqual([]);
    expect(named(`vi.mock('./old');\n`)).toEqual(['first']);
  });
});

describe('what a default export that is a twin is called', () => {
  const config: SsotConfig = {
    concerns: {
      context: {
        title: 'context',
        canonical: 'src/context.ts#Context',
        replacements: [
          { from: 'src/run-scope.ts#default', to: 'Context' },
          { from: 'src/state.ts#default', to: 'Context' },
        ],
      },
    },
  };
  const files = {
    'src/context.ts': `export class Context {}\n`,
    'src/run-scope.ts': `export default class {}\n`,
    'src/state.ts': `export default class AgentState {}\n`,
  };

  it.each([
    ['an import', `import Scope from './run-scope';`, 'Scope'],
    ['a re-export under a name', `export { default as RunScope } from './run-scope';`, 'RunScope'],
    ['a re-export as the default', `export { default } from './run-scope';`, './run-scope'],
    ['a member', `export const f = () => import('./run-scope').then((m) => new m.default());`, 'run-scope'],
    ['a member with a name', `export const f = () => import('./state').then((m) => new m.default());`, 'AgentState'],
    ['a whole module', `import './run-scope';`, './run-scope'],
  ])('in %s', (_form, text, name) => {
    const project = fixtureProject(config, { ...files, 'src/a.ts': text });
    expect(project.lint('src/a.ts').map(({ data }) => data['name'])).toEqual([name]);
  });
});

describe('a twin that is a member', () => {
  const config: SsotConfig = {
    concerns: {
      runs: {
        title: 'runs',
        canonical: 'src/runs.ts#runs',
        replacements: [
          { from: 'src/old.ts#strategies.serial', to: 'runs.serial', compatible: true },
          { from: 'src/old.ts#Runs.all', to: 'runs.all', compatible: true },
        ],
      },
    },
  };
  const files = {
    'src/runs.ts': `export const runs = { serial: (text: string) => text, all: () => [] };\n`,
    'src/old.ts': `export const strategies = { serial: (text: string) => text, parallel: (text: string) => text };\nexport class Runs { static all() { return []; } static none() { return []; } }\n`,
  };

  it.each([
    [
      'of an object',
      `import { strategies } from './old';\nexport const a = [strategies.serial('a'), strategies['serial']('b'), strategies.parallel('c')];\n`,
      [`strategies.serial`, `strategies['serial']`],
    ],
    ['of a class', `import { Runs } from './old';\nexport const a = [Runs.all(), Runs.none()];\n`, ['Runs.all']],
    [
      'that is taken out of it',
      `import { strategies } from './old';\nconst { serial, parallel } = strategies;\nexport const a = [serial, parallel];\n`,
      ['serial'],
    ],
  ])('%s', (_way, text, at) => {
    const project = fixtureProject(config, { ...files, 'src/a.ts': text });
    expect(project.lint('src/a.ts').map((report) => report.at)).toEqual(at);
  });

  it('is replaced where it is read', () => {
    const text = `import { strategies } from './old';\nexport const a = [strategies.serial('a'), strategies.parallel('c')];\n`;
    expect(fixtureProject(config, { ...files, 'src/a.ts': text }).fix('src/a.ts')).toBe(
      `import { strategies } from './old';\nimport { runs } from './runs';\nexport const a = [runs.serial('a'), strategies.parallel('c')];\n`,
    );
  });
});
