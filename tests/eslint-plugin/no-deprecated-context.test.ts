import { CONTEXT_CONFIG, CONTEXT_FILES } from '../rule-core/checks/contexts.js';
import { ruleSuite, type InvalidCase } from './rule-suite.js';

const BELONGS = "'context' belongs to UserExecutionContext (src/context/user-execution-context.ts)";

/** What the import of a twin says. */
function deprecated(name: string): string {
  return `'${name}' is a second execution context; ${BELONGS}. Use UserExecutionContext.`;
}

const FIXABLE: InvalidCase[] = [
  {
    name: 'a service that takes and makes contexts',
    code: `import { AgentExecutionContext } from './agents/agent-execution-context';

export class RunService {
  constructor(private readonly contexts: Map<string, AgentExecutionContext>) {}

  async start(userId: string, threadId: string): Promise<AgentExecutionContext> {
    const context = this.contexts.get(threadId) ?? new AgentExecutionContext(userId, threadId);
    this.contexts.set(threadId, context);
    return context;
  }
}
`,
    output: `import { UserExecutionContext } from './context/user-execution-context';

export class RunService {
  constructor(private readonly contexts: Map<string, UserExecutionContext>) {}

  async start(userId: string, threadId: string): Promise<UserExecutionContext> {
    const context = this.contexts.get(threadId) ?? new UserExecutionContext(userId, threadId);
    this.contexts.set(threadId, context);
    return context;
  }
}
`,
    errors: [{ message: deprecated('AgentExecutionContext'), line: 1, column: 10, endColumn: 31 }],
  },
  {
    name: 'a renaming barrel',
    code: `import type { RunContext } from './agents';\nexport type Start = (context: RunContext) => void;\n`,
    output: `import type { UserExecutionContext } from './context/user-execution-context';\nexport type Start = (context: UserExecutionContext) => void;\n`,
    errors: [{ message: deprecated('RunContext') }],
  },
  {
    name: 'a re-export',
    code: `export { AgentExecutionContext as Context } from './agents/agent-execution-context';\n`,
    output: `export { UserExecutionContext as Context } from './context/user-execution-context';\n`,
    errors: [{ message: deprecated('AgentExecutionContext') }],
  },
  {
    name: 'a component',
    file: 'src/panel.tsx',
    code: `import * as contexts from './agents/agent-execution-context';\nexport const Panel = ({ of }: { of: contexts.AgentExecutionContext }) => <p>{of.describe()}</p>;\n`,
    output: `import * as contexts from './agents/agent-execution-context';\nimport { UserExecutionContext } from './context/user-execution-context';\nexport const Panel = ({ of }: { of: UserExecutionContext }) => <p>{of.describe()}</p>;\n`,
    errors: [{ message: deprecated('AgentExecutionContext'), line: 2 }],
  },
  {
    name: 'CommonJS',
    file: 'src/worker.cjs',
    code: `const { AgentExecutionContext } = require('./agents/agent-execution-context');\nmodule.exports = (user, thread) => new AgentExecutionContext(user, thread);\n`,
    output: `const { UserExecutionContext } = require('./context/user-execution-context');\nmodule.exports = (user, thread) => new UserExecutionContext(user, thread);\n`,
    errors: [{ message: deprecated('AgentExecutionContext') }],
  },
  {
    name: 'JSDoc',
    file: 'src/worker.js',
    code: `/** @param {import('./agents/agent-execution-context').AgentExecutionContext} context */\nexport function run(context) {\n  return context.describe();\n}\n`,
    output: `/** @param {import('./context/user-execution-context').UserExecutionContext} context */\nexport function run(context) {\n  return context.describe();\n}\n`,
    errors: [{ message: deprecated('AgentExecutionContext') }],
  },
];

const SUGGESTED: InvalidCase[] = [
  {
    name: 'a twin with another constructor',
    code: `import { DeepAgentState } from './agents/state';\nexport const start = () => new DeepAgentState({});\n`,
    errors: [
      {
        message: deprecated('DeepAgentState'),
        suggestions: [
          {
            desc: "Replace 'DeepAgentState' by UserExecutionContext (constructor: parameters differ).",
            output: `import { UserExecutionContext } from './context/user-execution-context';\nexport const start = () => new UserExecutionContext({});\n`,
          },
        ],
      },
    ],
  },
  {
    name: 'a mock',
    file: 'src/run.test.ts',
    code: `vi.mock('./agents/agent-execution-context', () => ({ AgentExecutionContext: class {} }));\n`,
    errors: [
      {
        message: deprecated('AgentExecutionContext'),
        suggestions: [
          {
            desc: "Replace 'AgentExecutionContext' by UserExecutionContext (the mock must offer what the tests need).",
            output: `vi.mock('./context/user-execution-context', () => ({ AgentExecutionContext: class {} }));\n`,
          },
        ],
      },
    ],
  },
];

ruleSuite('no-deprecated-context', {
  files: { 'ssot.config.json': { ...CONTEXT_CONFIG }, ...CONTEXT_FILES },
  file: 'src/consumer.ts',
  valid: [
    `import { UserExecutionContext } from './context/user-execution-context';\nexport const start = (user: string) => new UserExecutionContext(user, 'none');\n`,
    `import { unrelated } from './agents/state';\nexport const x = unrelated;\n`,
    `export function start(DeepAgentState: string) { return DeepAgentState; }\n`,
    `import { AsyncLocalStorage } from 'node:async_hooks';\nimport type { UserExecutionContext } from './context/user-execution-context';\nexport const storage = new AsyncLocalStorage<UserExecutionContext>();\n`,
    `import { UserExecutionContext } from './context/user-execution-context';\nexport class TenantExecutionContext extends UserExecutionContext {}\n`,
    `import type { ExecutionContext } from '@nestjs/common';\nexport const f = (context: ExecutionContext) => context;\n`,
    { file: 'src/plain.js', code: `export const AgentExecutionContext = 'a name';\n` },
  ],
  invalid: [
    ...FIXABLE,
    ...SUGGESTED,
    {
      name: 'export *',
      code: `export * from './agents/state';\n`,
      errors: [{ message: deprecated('DeepAgentState'), column: 15 }],
    },
    {
      name: 'a second class',
      code: `export class BatchExecutionContext {\n  constructor(readonly userId: string) {}\n}\n`,
      errors: [
        {
          message: `'BatchExecutionContext' declares a second execution context (its name matches '*ExecutionContext'); ${BELONGS}. Use UserExecutionContext, or give this another name.`,
          column: 14,
        },
      ],
    },
    {
      name: 'a shared instance',
      code: `import { UserExecutionContext } from './context/user-execution-context';\n\nlet current: UserExecutionContext | undefined;\nexport const get = () => (current ??= new UserExecutionContext('system', 'none'));\n`,
      errors: [
        {
          message:
            "'current' keeps one UserExecutionContext for every user (at module level); 'context' wants one per request. Create it with createUserExecutionContext() (src/context/user-execution-context.ts) where the request comes in, and pass it on.",
          line: 3,
        },
      ],
    },
    {
      name: "a twin's own declaration",
      file: 'src/agents/state.ts',
      code: CONTEXT_FILES['src/agents/state.ts'],
      errors: [
        {
          message: `'DeepAgentState' is a second execution context; ${BELONGS}. Move its callers to UserExecutionContext and delete it.`,
          line: 1,
          column: 14,
        },
      ],
    },
  ],
});
