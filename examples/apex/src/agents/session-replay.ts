import SessionContext from '@/agents/session-context';
import { describeState, type LazyState } from './lazy-agents';

export function replayTitle(session: SessionContext, state: LazyState): string {
  return `${session.runId}: ${describeState(state)}`;
}

export function reopen(userId: string, threadId: string, runId: string): SessionContext {
  return new SessionContext({ userId, threadId, runId });
}
