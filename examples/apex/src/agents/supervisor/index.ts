export { AgentExecutionCore } from './agent-execution-core';
export { StepLog } from './step-log';
