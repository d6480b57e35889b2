import { RunState } from '@/index';
import * as platform from '@/platform';

export interface Handover {
  readonly summary: string;
  readonly state: RunState;
}

/** A human takes over. */
export function handOver(context: platform.AgentExecutionContext, request: string): Handover {
  const state = new RunState(request, context.userId, context.threadId);
  const audited = new platform.AgentExecutionContext({ ...context, metadata: { handover: 'human' } });
  return { summary: `${audited.describe()}: ${request}`, state };
}
