import type { SsotConfig } from '../../../rule-core/src/index.js';

/** A canonical context, a twin with the same API, one with another, barrels, and no consumers. */
export const CONTEXT_FILES = {
  'src/context/user-execution-context.ts': `export class UserExecutionContext {
  constructor(readonly userId: string, readonly threadId: string) {}
  describe(): string {
    return this.userId;
  }
  static anonymous(): UserExecutionContext {
    return new UserExecutionContext('anonymous', 'none');
  }
}
export function createUserExecutionContext(userId: string, threadId: string): UserExecutionContext {
  return new UserExecutionContext(userId, threadId);
}
`,
  'src/agents/agent-execution-context.ts': `export class AgentExecutionContext {
  constructor(readonly userId: string, readonly threadId: string) {}
  describe(): string {
    return this.userId;
  }
}
`,
  'src/agents/state.ts': `export class DeepAgentState {
  constructor(readonly state: Record<string, unknown>) {}
  snapshot(): string {
    return JSON.stringify(this.state);
  }
}
export const unrelated = 1;
export default DeepAgentState;
`,
  'src/agents/index.ts': `export { AgentExecutionContext as RunContext } from './agent-execution-context';
export * from './state';
`,
  'src/index.ts': `export * from './agents';
export * as agents from './agents';
`,
} as const;

export const CONTEXT_CONFIG: SsotConfig = {
  concerns: {
    context: {
      preset: 'execution-context',
      canonical: 'src/context/user-execution-context.ts#UserExecutionContext',
      accessors: ['createUserExecutionContext'],
      replacements: [
        { from: 'src/agents/agent-execution-context.ts#AgentExecutionContext', to: 'UserExecutionContext' },
        { from: 'src/agents/state.ts#DeepAgentState', to: 'UserExecutionContext' },
      ],
    },
  },
};
