import { describe, expect, it } from 'vitest';
import type { SsotConfig } from '../../../rule-core/src/index.js';
import { fixtureProject } from '../../fixture-project/fixture-project.js';
import { CONTEXT_CONFIG, CONTEXT_FILES } from './contexts.js';

function messages(text: string, file = 'src/other.ts', config = CONTEXT_CONFIG): string[] {
  return fixtureProject(config, { ...CONTEXT_FILES, [file]: text })
    .lint(file)
    .filter(({ check }) => check === 'second-declaration')
    .map(({ message }) => message);
}

const BELONGS = "'context' belongs to UserExecutionContext (src/context/user-execution-context.ts)";

describe('second-declaration', () => {
  it('reports a class of the same name', () => {
    expect(messages(`export class UserExecutionContext {}`)).toEqual([
      `'UserExecutionContext' declares a second execution context (the same name); ${BELONGS}. Use UserExecutionContext, or give this another name.`,
    ]);
    expect(messages(`function f() { return class UserExecutionContext {}; }`)).toHaveLength(1);
  });

  it.each(['src/doubles/context.ts', 'src/context.mock.ts', 'src/mock-context.ts', 'src/fakes/a.ts'])(
    'is silent on a test double: %s',
    (file) => {
      const text = `export class UserExecutionContext { constructor(readonly userId: string) {} }`;
      const reported = (path: string) =>
        fixtureProject(CONTEXT_CONFIG, { ...CONTEXT_FILES, [path]: text })
          .lint(path)
          .map(({ check }) => check);
      expect(reported(file)).toEqual([]);
      expect(reported('src/stubborn.ts')).toEqual(['second-declaration']);
    },
  );

  it.each([
    ['src/old.js', `exports.make = function (prefix) { return prefix; };`, '#make', 'make', 'make'],
    ['src/old.js', `module.exports = { make(prefix) { return prefix; } };`, '#make', 'make', 'make'],
    ['src/old-ids.js', `module.exports = (prefix) => prefix;`, '', 'module.exports', 'old-ids'],
    ['src/old-ids.mjs', `export default (prefix) => prefix;`, '#default', 'default', 'old-ids'],
    ['src/old-ids.ts', `export default function (prefix: string) { return prefix; }`, '', 'function', 'old-ids'],
  ])('reports a twin that is exported where it is written: %s, %s', (file, text, exported, at, name) => {
    const config: SsotConfig = {
      concerns: {
        ids: { title: 'ID', canonical: 'src/ids.ts#newId', replacements: [{ from: file + exported, to: 'newId' }] },
      },
    };
    const ids = 'export const newId = (prefix: string): string => prefix;\n';
    const reports = fixtureProject(config, { 'src/ids.ts': ids, [file]: text }).lint(file);
    expect(reports.map((report) => [report.at, report.message])).toEqual([
      [
        at,
        `'${name}' is a second ID; 'ids' belongs to newId (src/ids.ts). Move its callers to newId(prefix) and delete it.`,
      ],
    ]);
  });

  it('reports an exported type of the same name', () => {
    expect(messages(`export interface UserExecutionContext { userId: string }`)).toHaveLength(1);
    expect(messages(`interface UserExecutionContext { userId: string }`)).toEqual([]);
  });

  it('reports a subclass of a twin with its hierarchy and overrides', () => {
    const text = `import { DeepAgentState } from './agents';
export class Middle extends DeepAgentState {}
export class SubState extends Middle { snapshot() { return ''; } }
`;
    expect(messages(text)).toEqual([
      `'Middle' extends the second execution context 'DeepAgentState' (Middle → DeepAgentState); ${BELONGS}. Extend or use UserExecutionContext.`,
      `'SubState' extends the second execution context 'DeepAgentState' (SubState → Middle → DeepAgentState, overrides snapshot); ${BELONGS}. Extend or use UserExecutionContext.`,
    ]);
  });

  it('names what has no name of its own by what it is held in, or by its module', () => {
    const config = {
      concerns: {
        context: {
          ...CONTEXT_CONFIG.concerns.context,
          replacements: [{ from: 'src/agents/run-scope.ts#default', to: 'UserExecutionContext' }],
        },
      },
    };
    const project = fixtureProject(config, {
      ...CONTEXT_FILES,
      'src/agents/run-scope.ts': `export default class { constructor(readonly userId: string) {} }\n`,
      'src/a.ts': `import Scope from './agents/run-scope';\nexport const Held = class extends Scope {};\n`,
    });
    const named = (file: string): string[] =>
      project
        .lint(file)
        .filter(({ check }) => check === 'second-declaration')
        .map(({ at, message }) => `${at}: ${message.slice(0, message.indexOf(';'))}`);
    expect(named('src/agents/run-scope.ts')).toEqual([`class: 'run-scope' is a second execution context`]);
    expect(named('src/a.ts')).toEqual([`Held: 'Held' extends the second execution context 'Scope' (Held → Scope)`]);
  });

  it('knows a class expression by the variable that holds it', () => {
    expect(messages(`export const UserExecutionContext = class { userId = ''; };`)).toEqual([
      `'UserExecutionContext' declares a second execution context (the same name); ${BELONGS}. Use UserExecutionContext, or give this another name.`,
    ]);
    expect(messages(`export const ToolExecutionContext = class {};`)).toHaveLength(1);
    expect(messages(`export function ToolExecutionContext() { return class {}; }`)).toEqual([]);
  });

  it('takes a parameter for no class of the same name', () => {
    const text = `import { DeepAgentState } from './agents';
const Base = DeepAgentState;
export const timed = (Base: new () => object) => class extends Base { at = 0; };
export class Timed extends Base {}
`;
    expect(messages(text).map((message) => message.slice(0, message.indexOf(' extends')))).toEqual(["'Timed'"]);
  });

  it.each([
    [
      'a subclass of the canonical',
      `import { UserExecutionContext as Base } from './context/user-execution-context';\nexport class UserExecutionContext extends Base {}`,
    ],
    ['an ambient class', `declare class UserExecutionContext {}`],
    ['a re-export', `export { UserExecutionContext } from './context/user-execution-context';`],
    [
      'an alias',
      `import { UserExecutionContext as U } from './context/user-execution-context';\nexport const UserExecutionContext = U;`,
    ],
    ['a parameter', `export const f = (UserExecutionContext: string) => UserExecutionContext;`],
    ['an enum member', `export enum Kind { UserExecutionContext }`],
  ])('is silent on %s', (_name, text) => {
    expect(messages(text)).toEqual([]);
  });

  it('needs evidence beside the name for a function or variable of one word', () => {
    const config = {
      concerns: { http: { title: 'HTTP client', canonical: 'src/lib/http.ts#http', drivers: ['axios'] } },
    };
    const http = {
      'src/lib/http.ts': `export const http = { get(url: string) {}, post(url: string) {}, put(url: string) {} };\n`,
    };
    const evidence = (text: string): string[] =>
      fixtureProject(config, { ...http, 'src/a.ts': text })
        .lint('src/a.ts')
        .filter(({ check }) => check === 'second-declaration')
        .map(({ data }) => data['evidence'] ?? '');
    expect(evidence(`export const http = { get(url: string) {}, post(url: string) {} };`)).toEqual([
      'the same name, the same members',
    ]);
    expect(evidence(`import axios from 'axios';\nexport const http = axios.create();`)).toEqual([
      'the same name, it uses a driver',
    ]);
    expect(evidence(`export const http = createServer();`)).toEqual([]);
    expect(evidence(`const http = 1;`)).toEqual([]);
  });

  it('reports a module in a folder declared for removal once, at its first token', () => {
    const config = {
      concerns: {
        supervisor: {
          title: 'supervisor',
          canonical: 'src/agents/supervisor-consolidated.ts#SupervisorAgent',
          remove: ['src/agents/supervisor/**'],
        },
      },
    };
    const project = fixtureProject(config, {
      'src/agents/supervisor-consolidated.ts': `export class SupervisorAgent {}\n`,
      'src/agents/supervisor/core.ts': `#!/usr/bin/env node\n// old\nimport { x } from './x';\nexport class Core {}\n`,
      'src/agents/supervisor/x.ts': `export const x = 1;\n`,
      'src/app.ts': `import { Core } from './agents/supervisor/core';\nnew Core();\n`,
    });
    expect(project.lint('src/agents/supervisor/core.ts')).toMatchObject([
      {
        at: 'import',
        line: 3,
        message:
          "This module is declared for removal ('src/agents/supervisor/**'); 'supervisor' belongs to SupervisorAgent (src/agents/supervisor-consolidated.ts). Move its callers to SupervisorAgent and delete it.",
      },
    ]);
    expect(project.lint('src/app.ts')).toMatchObject([
      { at: 'Core', check: 'deprecated-use', messageId: 'removedUse' },
    ]);
  });
});
