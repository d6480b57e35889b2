import { sessionToken } from '@/core/secrets';

type RunIdFactory = (threadId: string) => string;

export interface Session {
  readonly token: string;
  readonly userId: string;
  readonly firstRun: string;
}

/** The caller decides which run a session opens with. */
export function openSession(userId: string, threadId: string, generateRunId: RunIdFactory): Session {
  return { token: sessionToken(), userId, firstRun: generateRunId(threadId) };
}
