import type { ContextInit } from '@/context/user-execution-context';

/** The chat widget's view of a run. */
export default class SessionContext {
  readonly userId: string;
  readonly threadId: string;
  readonly runId: string;

  constructor(init: ContextInit) {
    this.userId = init.userId;
    this.threadId = init.threadId;
    this.runId = init.runId;
  }

  owns(threadId: string): boolean {
    return this.threadId === threadId;
  }
}
