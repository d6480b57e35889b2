export { AgentExecutionContext, DeepAgentState as RunState } from './platform';
export type { AgentResult } from './platform';
