import { AsyncLocalStorage } from 'node:async_hooks';
import { UserExecutionContext } from './user-execution-context';

const storage = new AsyncLocalStorage<UserExecutionContext>();

export function runWithContext<T>(context: UserExecutionContext, body: () => T): T {
  return storage.run(context, body);
}

export function contextOfThisRequest(): UserExecutionContext {
  const context = storage.getStore();
  if (!(context instanceof UserExecutionContext)) throw new Error('outside of a request');
  return context;
}
