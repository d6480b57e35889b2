export { AgentExecutionContext } from './agent-execution-context';
export { BaseAgent, type AgentResult } from './base-agent';
export { DataAgent } from './data-agent';
export * from './state';
export { default as SessionContext } from './session-context';
