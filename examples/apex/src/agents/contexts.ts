import { AgentExecutionContext } from './agent-execution-context';
import { DeepAgentState } from './state';

export * as agentContexts from './agent-execution-context';

export const factories = { Run: AgentExecutionContext, State: DeepAgentState };
