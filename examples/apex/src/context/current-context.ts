import { createUserExecutionContext, type UserExecutionContext } from './user-execution-context';

let current: UserExecutionContext | undefined;

/** Spares handlers a parameter. */
export function setCurrentContext(context: UserExecutionContext | undefined): void {
  current = context;
}

export function getCurrentContext(): UserExecutionContext {
  return (current ??= createUserExecutionContext({ userId: 'anonymous', threadId: 'none', runId: 'none' }));
}
