import { systemClock } from '@/core/clock';
import type { ContextInit } from '@/context/user-execution-context';

/** What an agent knows about the run it works for. */
export class AgentExecutionContext {
  readonly userId: string;
  readonly threadId: string;
  readonly runId: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly createdAt: number;

  constructor(init: ContextInit) {
    this.userId = init.userId;
    this.threadId = init.threadId;
    this.runId = init.runId;
    this.metadata = { ...init.metadata };
    this.createdAt = systemClock.now();
  }

  with(metadata: Readonly<Record<string, string>>): AgentExecutionContext {
    return new AgentExecutionContext({ ...this, metadata: { ...this.metadata, ...metadata } });
  }

  owns(threadId: string): boolean {
    return this.threadId === threadId;
  }

  describe(): string {
    return `${this.userId} in ${this.threadId}`;
  }
}
