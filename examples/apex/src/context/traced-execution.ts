import { UserExecutionContext, type ContextInit } from './user-execution-context';

export interface TraceParent {
  readonly traceId: string;
  readonly sampled: boolean;
}

/** The context of a run whose caller handed over a trace. */
export class TracedUserContext extends UserExecutionContext {
  readonly parent: TraceParent;

  constructor(init: ContextInit, parent: TraceParent) {
    super(init);
    this.parent = parent;
  }

  traceHeader(): string {
    return `00-${this.parent.traceId}-${this.parent.sampled ? '01' : '00'}`;
  }
}
