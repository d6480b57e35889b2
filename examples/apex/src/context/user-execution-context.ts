import { systemClock } from '@/core/clock';

export interface ContextInit {
  readonly userId: string;
  readonly threadId: string;
  readonly runId: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Who a run belongs to. Made once per request, never changed, never kept. */
export class UserExecutionContext {
  readonly userId: string;
  readonly threadId: string;
  readonly runId: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly createdAt: number;

  constructor(init: ContextInit) {
    if (init.userId === '') throw new TypeError('an execution context needs a user');
    this.userId = init.userId;
    this.threadId = init.threadId;
    this.runId = init.runId;
    this.metadata = { ...init.metadata };
    this.createdAt = systemClock.now();
  }

  with(metadata: Readonly<Record<string, string>>): UserExecutionContext {
    return new UserExecutionContext({ ...this, metadata: { ...this.metadata, ...metadata } });
  }

  owns(threadId: string): boolean {
    return this.threadId === threadId;
  }

  describe(): string {
    return `${this.userId} in ${this.threadId}`;
  }
}

export function createUserExecutionContext(init: ContextInit): UserExecutionContext {
  return new UserExecutionContext(init);
}
