import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../rule-core/src/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';
import { CONTEXT_CONFIG, CONTEXT_FILES } from '../checks/contexts.js';

const files = (text: string, file: string): Record<string, string> => ({
  ...CONTEXT_FILES,
  'src/both.ts': `export * from './agents/agent-execution-context';\nexport * from './context/user-execution-context';\n`,
  [file]: text,
});

function fixed(text: string, file = 'src/consumer.ts'): string {
  return fixtureProject(CONTEXT_CONFIG, files(text, file)).fix(file);
}

const FIXES: [name: string, before: string, after: string, file?: string][] = [
  [
    'renames the import and every reference',
    `import { AgentExecutionContext } from './agents/agent-execution-context';

export function start(context: AgentExecutionContext): string {
  return new AgentExecutionContext('u', 't').describe() + context.describe();
}
`,
    `import { UserExecutionContext } from './context/user-execution-context';

export function start(context: UserExecutionContext): string {
  return new UserExecutionContext('u', 't').describe() + context.describe();
}
`,
  ],
  [
    "keeps the user's alias, double quotes and no semicolon",
    `import { AgentExecutionContext as Context } from "./agents/agent-execution-context"\nexport const make = () => new Context("u", "t")\n`,
    `import { UserExecutionContext as Context } from "./context/user-execution-context"\nexport const make = () => new Context("u", "t")\n`,
  ],
  [
    'keeps the brackets that a type of a module needs',
    `export type A = InstanceType<(typeof import('./agents/agent-execution-context'))["AgentExecutionContext"]>;\n`,
    `export type A = InstanceType<(typeof import('./context/user-execution-context'))["UserExecutionContext"]>;\n`,
  ],
  [
    'keeps import type',
    `import type { AgentExecutionContext } from './agents/agent-execution-context';\nexport type Ctx = AgentExecutionContext;\n`,
    `import type { UserExecutionContext } from './context/user-execution-context';\nexport type Ctx = UserExecutionContext;\n`,
  ],
  [
    'reuses an import that is there',
    `import { UserExecutionContext as Real } from './context/user-execution-context';
import { AgentExecutionContext } from './agents/agent-execution-context';
export const both = () => [new Real('a', 'b'), new AgentExecutionContext('a', 'b')];
`,
    `import { UserExecutionContext as Real } from './context/user-execution-context';
export const both = () => [new Real('a', 'b'), new Real('a', 'b')];
`,
  ],
  [
    'merges into an import from the canonical',
    `import { createUserExecutionContext } from './context/user-execution-context';
import { AgentExecutionContext } from './agents/agent-execution-context';
export const both = () => [createUserExecutionContext('a', 'b'), new AgentExecutionContext('a', 'b')];
`,
    `import { createUserExecutionContext, UserExecutionContext } from './context/user-execution-context';
export const both = () => [createUserExecutionContext('a', 'b'), new UserExecutionContext('a', 'b')];
`,
  ],
  [
    'takes an alias on a clash',
    `import { AgentExecutionContext } from './agents/agent-execution-context';
export const make = () => new AgentExecutionContext('u', 't');
export function other(UserExecutionContext: string) { return UserExecutionContext; }
`,
    `import { UserExecutionContext as CanonicalUserExecutionContext } from './context/user-execution-context';
export const make = () => new CanonicalUserExecutionContext('u', 't');
export function other(UserExecutionContext: string) { return UserExecutionContext; }
`,
  ],
  [
    'follows a renaming barrel',
    `import { RunContext } from './agents';\nexport const make = (): RunContext => new RunContext('u', 't');\n`,
    `import { UserExecutionContext } from './context/user-execution-context';\nexport const make = (): UserExecutionContext => new UserExecutionContext('u', 't');\n`,
  ],
  [
    'keeps other names of the statement',
    `import { AgentExecutionContext, other } from './agents/agent-execution-context';\nexport const f = () => [AgentExecutionContext, other];\n`,
    `import { other } from './agents/agent-execution-context';\nimport { UserExecutionContext } from './context/user-execution-context';\nexport const f = () => [UserExecutionContext, other];\n`,
  ],
  [
    'writes a shorthand out and keeps an exported name',
    `import { AgentExecutionContext } from './agents/agent-execution-context';\nexport const contexts = { AgentExecutionContext };\nexport { AgentExecutionContext };\n`,
    `import { UserExecutionContext } from './context/user-execution-context';\nexport const contexts = { AgentExecutionContext: UserExecutionContext };\nexport { UserExecutionContext as AgentExecutionContext };\n`,
  ],
  [
    'rewrites a re-export so that consumers see what they saw',
    `export { AgentExecutionContext } from './agents/agent-execution-context';\n`,
    `export { UserExecutionContext as AgentExecutionContext } from './context/user-execution-context';\n`,
  ],
  [
    'rewrites a destructured require',
    `const { AgentExecutionContext } = require('./agents/agent-execution-context');\nmodule.exports = () => new AgentExecutionContext('u', 't');\n`,
    `const { UserExecutionContext } = require('./context/user-execution-context');\nmodule.exports = () => new UserExecutionContext('u', 't');\n`,
    'src/consumer.cjs',
  ],
  [
    'rewrites a destructured await import',
    `export async function f() {\n  const { AgentExecutionContext } = await import('./agents/agent-execution-context');\n  return new AgentExecutionContext('u', 't');\n}\n`,
    `export async function f() {\n  const { UserExecutionContext } = await import('./context/user-execution-context');\n  return new UserExecutionContext('u', 't');\n}\n`,
  ],
  [
    'rewrites then',
    `export const f = () => import('./agents/agent-execution-context').then((m) => m.AgentExecutionContext);\n`,
    `export const f = () => import('./context/user-execution-context').then((m) => m.UserExecutionContext);\n`,
  ],
  [
    'rewrites an import type',
    `export function f(c: import('./agents/agent-execution-context').AgentExecutionContext) { return c; }\n`,
    `export function f(c: import('./context/user-execution-context').UserExecutionContext) { return c; }\n`,
  ],
  [
    'rewrites a namespace member and adds the import',
    `import * as contexts from './agents/agent-execution-context';\nexport const make = () => new contexts.AgentExecutionContext('u', 't');\n`,
    `import * as contexts from './agents/agent-execution-context';\nimport { UserExecutionContext } from './context/user-execution-context';\nexport const make = () => new UserExecutionContext('u', 't');\n`,
  ],
  [
    'rewrites JSX, heritage and decorators',
    `import { AgentExecutionContext as A, } from './agents/agent-execution-context';\nexport class Sub extends A {}\n`,
    `import { UserExecutionContext as A, } from './context/user-execution-context';\nexport class Sub extends A {}\n`,
  ],
  [
    'keeps CRLF, comments and emoji',
    `// 🚀 start\r\nimport { AgentExecutionContext } from './agents/agent-execution-context'; // why\r\nexport const s = '🎉';\r\nexport const f = () => new AgentExecutionContext(/* user */ 'u', 't');\r\n`,
    `// 🚀 start\r\nimport { UserExecutionContext } from './context/user-execution-context'; // why\r\nexport const s = '🎉';\r\nexport const f = () => new UserExecutionContext(/* user */ 'u', 't');\r\n`,
  ],
  [
    'does not reuse an import whose name means something else in an inner scope',
    `import { UserExecutionContext } from './context/user-execution-context';
import { AgentExecutionContext } from './agents/agent-execution-context';
export const f = (c: UserExecutionContext) => c;
export const g = (UserExecutionContext: string) => new AgentExecutionContext(UserExecutionContext, 't');
`,
    `import { UserExecutionContext, UserExecutionContext as CanonicalUserExecutionContext } from './context/user-execution-context';
export const f = (c: UserExecutionContext) => c;
export const g = (UserExecutionContext: string) => new CanonicalUserExecutionContext(UserExecutionContext, 't');
`,
  ],
  [
    'makes a type import a value import',
    `import type { UserExecutionContext, Other } from './context/user-execution-context';
import { AgentExecutionContext } from './agents/agent-execution-context';
export const f = (o: Other): UserExecutionContext => new AgentExecutionContext('u', 't');
`,
    `import { UserExecutionContext, type Other } from './context/user-execution-context';
export const f = (o: Other): UserExecutionContext => new UserExecutionContext('u', 't');
`,
  ],
  [
    'reads the canonical from a namespace that is there',
    `import * as context from './context/user-execution-context';
import { AgentExecutionContext } from './agents/agent-execution-context';
export const f = (): AgentExecutionContext => new AgentExecutionContext('u', context.DEFAULT);
`,
    `import * as context from './context/user-execution-context';
export const f = (): context.UserExecutionContext => new context.UserExecutionContext('u', context.DEFAULT);
`,
  ],
  [
    'takes one name of several out of a require',
    `const { AgentExecutionContext, other } = require('./agents/agent-execution-context');\nmodule.exports = () => new AgentExecutionContext('u', other);\n`,
    `const { UserExecutionContext } = require('./context/user-execution-context');\nconst { other } = require('./agents/agent-execution-context');\nmodule.exports = () => new UserExecutionContext('u', other);\n`,
    'src/consumer.cjs',
  ],
  [
    'stays with import = require',
    `import agents = require('./agents/agent-execution-context');\nexport const f = (): agents.AgentExecutionContext => new agents.AgentExecutionContext('u', 't');\n`,
    `import agents = require('./agents/agent-execution-context');\nimport userExecutionContext = require('./context/user-execution-context');\nexport const f = (): userExecutionContext.UserExecutionContext => new userExecutionContext.UserExecutionContext('u', 't');\n`,
    'src/consumer.cts',
  ],
  [
    'only renames where the module it imports from offers both',
    `import { AgentExecutionContext, UserOther } from './both';\nexport const f = () => [new AgentExecutionContext('u', 't'), UserOther];\n`,
    `import { UserExecutionContext, UserOther } from './both';\nexport const f = () => [new UserExecutionContext('u', 't'), UserOther];\n`,
  ],
  [
    'writes the extension that the module writes',
    `import { AgentExecutionContext } from './agents/agent-execution-context.js';\nexport const f = () => new AgentExecutionContext('u', 't');\n`,
    `import { UserExecutionContext } from './context/user-execution-context.js';\nexport const f = () => new UserExecutionContext('u', 't');\n`,
  ],
];

describe('replaceSymbol', () => {
  it.each(FIXES)('%s', (_name, before, after, file) => {
    expect(fixed(before, file)).toBe(after);
  });

  it.each(FIXES)('changes nothing the second time: %s', (_name, _before, after, file = 'src/consumer.ts') => {
    expect(fixed(after, file)).toBe(after);
  });

  const SUGGESTIONS: [reason: string, text: string, title: string, file?: string][] = [
    [
      'the constructors differ',
      `import { DeepAgentState } from './agents/state';\nexport const f = () => new DeepAgentState({});\n`,
      "Replace 'DeepAgentState' by UserExecutionContext (constructor: parameters differ).",
    ],
    [
      'a member is missing',
      `import { DeepAgentState } from './agents/state';\nexport const f = (s: DeepAgentState) => s.snapshot();\n`,
      "Replace 'DeepAgentState' by UserExecutionContext ('snapshot': missing).",
    ],
    [
      'its type is read',
      `import { AgentExecutionContext } from './agents/agent-execution-context';\nexport type C = InstanceType<typeof AgentExecutionContext>;\n`,
      "Replace 'AgentExecutionContext' by UserExecutionContext (its type is read).",
    ],
    [
      'its name is read',
      `import { AgentExecutionContext } from './agents/agent-execution-context';\nexport const n = AgentExecutionContext.name;\n`,
      "Replace 'AgentExecutionContext' by UserExecutionContext (its 'name' is read).",
    ],
    [
      'it is a mock',
      `vi.mock('./agents/agent-execution-context');\n`,
      "Replace 'AgentExecutionContext' by UserExecutionContext (the mock must offer what the tests need).",
      'src/consumer.test.ts',
    ],
  ];

  it.each(SUGGESTIONS)('only suggests where %s', (_reason, text, title, file = 'src/consumer.ts') => {
    const [report] = fixtureProject(CONTEXT_CONFIG, files(text, file)).lint(file);
    expect(report?.fix).toBeNull();
    expect(report?.suggestions.map((suggestion) => suggestion.title)).toEqual([title]);
  });

  it('only suggests where an import cycle would arise', () => {
    const context = `import { log } from '../log';\n${CONTEXT_FILES['src/context/user-execution-context.ts']}`;
    const log = `import { AgentExecutionContext } from './agents/agent-execution-context';\nexport const log = () => new AgentExecutionContext('u', 't');\n`;
    const project = fixtureProject(CONTEXT_CONFIG, {
      ...CONTEXT_FILES,
      'src/context/user-execution-context.ts': context,
      'src/log.ts': log,
    });
    const [report] = project.lint('src/log.ts');
    expect(report?.fix).toBeNull();
    expect(report?.suggestions[0]?.title).toBe(
      "Replace 'AgentExecutionContext' by UserExecutionContext (src/context/user-execution-context.ts loads this module, so an import cycle would arise).",
    );
  });

  it('only suggests where a test mocks the twin by its path', () => {
    const text = `import { AgentExecutionContext } from './agents/agent-execution-context';\nexport const f = () => new AgentExecutionContext('u', 't');\n`;
    const project = fixtureProject(CONTEXT_CONFIG, {
      ...files(text, 'src/consumer.ts'),
      'src/consumer.test.ts': `vi.mock('./agents/agent-execution-context');\n`,
    });
    const [report] = project.lint('src/consumer.ts');
    expect(report?.fix).toBeNull();
    expect(report?.suggestions[0]?.title).toBe(
      "Replace 'AgentExecutionContext' by UserExecutionContext (it is mocked in src/consumer.test.ts).",
    );
  });

  it("takes the team's word", () => {
    const config = structuredClone(CONTEXT_CONFIG);
    const replacements =
      config.concerns['context']?.replacements?.map((entry) =>
        entry === 'preset' ? entry : { ...entry, compatible: true },
      ) ?? [];
    const project = fixtureProject(
      { concerns: { context: { ...config.concerns['context'], replacements } } },
      files(
        `import { DeepAgentState } from './agents/state';\nexport const f = () => new DeepAgentState({});\n`,
        'src/consumer.ts',
      ),
    );
    const [report] = project.lint('src/consumer.ts');
    expect(
      report?.fix &&
        applyEdits(
          `import { DeepAgentState } from './agents/state';\nexport const f = () => new DeepAgentState({});\n`,
          report.fix,
        ),
    ).toBe(
      `import { UserExecutionContext } from './context/user-execution-context';\nexport const f = () => new UserExecutionContext({});\n`,
    );
  });

  it.each([
    [
      'imports it in the style of the texts around',
      `export const load = async () => fetch("/a")\nexport const other = () => fetch("/b")\n`,
      `import { fetch } from "./lib/net"\n\nexport const load = async () => fetch("/a")\nexport const other = () => fetch("/b")\n`,
    ],
    [
      'keeps types',
      `import { a } from './a';\nexport const load = (f: typeof fetch = fetch) => f('/');\n`,
      `import { a } from './a';\nimport { fetch } from './lib/net';\nexport const load = (f: typeof fetch = fetch) => f('/');\n`,
    ],
    [
      'takes another name beside a member',
      `export const a = () => fetch('/a');\nexport const b = () => fetch.preconnect('/b');\n`,
      `import { fetch as canonicalFetch } from './lib/net';\n\nexport const a = () => canonicalFetch('/a');\nexport const b = () => fetch.preconnect('/b');\n`,
    ],
  ])('replaces a global by an export of its name: %s', (_case, before, after) => {
    const concern = {
      title: 'HTTP client',
      canonical: 'src/lib/net.ts',
      replacements: [{ from: 'global:fetch', to: 'fetch', compatible: true }],
      allow: ['global:fetch.preconnect'],
    };
    const project = fixtureProject(
      { concerns: { http: concern } },
      { 'src/lib/net.ts': 'export const fetch = globalThis.fetch;\n', 'src/consumer.ts': before },
    );
    expect(project.fix('src/consumer.ts')).toBe(after);
  });

  it('takes another name beside a use that is kept on purpose', () => {
    const kept = '// eslint-disable-next-line ssot/single-source\nexport const b = () => fetch("/b");\n';
    const before = `export const a = () => fetch("/a");\n${kept}`;
    const [report] = fixtureProject(
      {
        concerns: {
          http: {
            title: 'HTTP client',
            canonical: 'src/lib/net.ts',
            replacements: [{ from: 'global:fetch', to: 'fetch', compatible: true }],
          },
        },
      },
      { 'src/lib/net.ts': 'export const fetch = globalThis.fetch;\n', 'src/consumer.ts': before },
    ).lint('src/consumer.ts');
    expect(report?.fix && applyEdits(before, report.fix)).toBe(
      `import { fetch as canonicalFetch } from "./lib/net";\n\nexport const a = () => canonicalFetch("/a");\n${kept}`,
    );
  });

  it.each([
    `import { fetcher } from './lib/fetcher';\nexport const a = (url) => fetcher(url);\n`,
    `import { fetcher } from './lib/fetcher';\nexport const a = (url) => useSWR(url, fetcher);\n`,
    `import got from 'got';\nexport const a = (url) => got(url);\n`,
  ])('puts no class in the place of a function: %s', (text) => {
    const http = {
      title: 'HTTP client',
      canonical: 'src/lib/client.ts#HttpClient',
      replacements: [
        { from: 'src/lib/fetcher.ts#fetcher', to: 'HttpClient' },
        { from: 'got', to: 'HttpClient' },
      ],
    };
    const [report] = fixtureProject(
      { concerns: { http } },
      {
        'src/lib/client.ts': 'export class HttpClient {}\n',
        'src/lib/fetcher.ts': 'export async function fetcher(url: string) { return load(url); }\n',
        'src/consumer.ts': text,
      },
    ).lint('src/consumer.ts');
    expect(report).toMatchObject({ check: 'deprecated-use', fix: null, suggestions: [] });
  });

  it.each([
    ['v4 as uuid', 'uuid', 'newId', 'newId'],
    ['v4 as uuidv4', 'uuidv4', 'newId', 'newId'],
    ['v4 as makeId', 'makeId', 'newId as makeId', 'makeId'],
  ])('keeps no alias that names the package: %s', (binding, local, newBinding, newLocal) => {
    const ids = {
      title: 'IDs',
      canonical: 'src/ids.ts',
      replacements: [{ from: 'uuid#v4', to: 'newId', compatible: true }],
    };
    const text = `import { ${binding} } from 'uuid';\nexport const a = { b: ${local}() };\n`;
    const project = fixtureProject(
      { concerns: { ids } },
      { 'src/ids.ts': `export const newId = () => '';\n`, 'src/consumer.ts': text },
    );
    expect(project.fix('src/consumer.ts')).toBe(
      `import { ${newBinding} } from './ids';\nexport const a = { b: ${newLocal}() };\n`,
    );
  });

  it('rewrites no module that is one of two', () => {
    const text = `export function f(given) {\n  const agents = given ?? require('./agents/agent-execution-context');\n  return new agents.AgentExecutionContext('u', 't');\n}\n`;
    const [report] = fixtureProject(CONTEXT_CONFIG, files(text, 'src/consumer.cjs')).lint('src/consumer.cjs');
    expect(report).toMatchObject({ at: 'agents.AgentExecutionContext', fix: null, suggestions: [] });
  });

  it("reports no types of a global, and none of a test's uses", () => {
    const http = {
      title: 'HTTP client',
      canonical: 'src/lib/net.ts',
      replacements: [{ from: 'global:fetch', to: 'fetch' }],
    };
    const files = {
      'src/lib/net.ts': 'export const fetch = globalThis.fetch;\n',
      'src/types.ts': 'export type Fetch = typeof fetch;\nexport type Arguments = Parameters<typeof fetch>;\n',
      'src/a.test.ts': "expect(globalThis.fetch).toHaveBeenCalled();\nawait fetch('/');\n",
    };
    const project = fixtureProject({ concerns: { http } }, files);
    expect(project.lint('src/types.ts')).toEqual([]);
    expect(project.lint('src/a.test.ts')).toEqual([]);
    const withTypes = fixtureProject({ concerns: { http: { ...http, forms: { type: true } } } }, files);
    expect(withTypes.lint('src/types.ts').map(({ at }) => at)).toEqual(['fetch', 'fetch']);
  });

  it("imports from another package by that package's entry", () => {
    const app = `import { ulid } from 'ulid';\nexport const id = () => ulid();\n`;
    const project = fixtureProject(
      {
        concerns: {
          ids: {
            title: 'IDs',
            canonical: 'packages/ids/src/common/new-id.ts#newId',
            replacements: [{ from: 'ulid#ulid', to: 'newId', compatible: true }],
          },
        },
      },
      {
        'package.json': '{"name": "root", "workspaces": ["packages/*"]}',
        'packages/ids/package.json': '{"name": "@acme/ids", "main": "dist/index.js"}',
        'packages/ids/src/index.ts': `export * from './common';\nexport * from './graph';\n`,
        'packages/ids/src/graph.ts': `export * from 'graphql';\n`,
        'packages/ids/src/common/index.ts': `export * from './new-id';\n`,
        'packages/ids/src/common/new-id.ts': `import { ulid } from 'ulid';\nexport function newId(): string {\n  return ulid();\n}\n`,
        'packages/app/package.json': '{"name": "app", "dependencies": {"@acme/ids": "*", "ulid": "*"}}',
        'packages/app/src/a.ts': app,
        'packages/app/src/b.ts': `import { other } from '@acme/ids';\n${app}`,
        'packages/bare/package.json': '{"name": "bare", "dependencies": {"ulid": "*"}}',
        'packages/bare/src/a.ts': app,
      },
    );
    const after = `export const id = () => newId();\n`;
    expect(project.fix('packages/app/src/a.ts')).toBe(`import { newId } from '@acme/ids';\n${after}`);
    expect(project.fix('packages/app/src/b.ts')).toBe(`import { other, newId } from '@acme/ids';\n${after}`);
  });
});

it('offers no one symbol in the place of a module whose members are read', () => {
  const { context } = CONTEXT_CONFIG.concerns;
  const config = {
    concerns: { context: { ...context, replacements: [{ from: 'src/old.ts', to: 'UserExecutionContext' }] } },
  };
  const reported = (text: string): unknown[] =>
    fixtureProject(config, {
      ...CONTEXT_FILES,
      'src/old.ts': `export class Old {}\n`,
      'src/barrel.ts': `export * as olds from './old';\n`,
      'src/a.ts': text,
    })
      .lint('src/a.ts')
      .map(({ at, fix, suggestions }) => [at, fix, suggestions]);
  expect(reported(`import { olds } from './barrel';\nexport const f = () => new olds.Old();\n`)).toEqual([
    ['olds', null, []],
  ]);
});
