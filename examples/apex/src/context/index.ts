export { contextOfThisRequest, runWithContext } from './context-store';
export { TracedUserContext } from './traced-execution';
export { createUserExecutionContext, UserExecutionContext, type ContextInit } from './user-execution-context';
