import { createUserExecutionContext, runWithContext } from '@/context';
import { IdManager } from '@/core/id-manager';
import type { RunService } from '@/services/run-service';
import type { Handler } from './router';

interface StartRun {
  readonly threadId: string;
  readonly text: string;
}

function isStartRun(body: unknown): body is StartRun {
  const candidate = body as Partial<StartRun> | null;
  return typeof candidate?.threadId === 'string' && typeof candidate.text === 'string';
}

export function startRun(runs: RunService): Handler {
  return async ({ headers, body }) => {
    const userId = headers['x-user'];
    if (userId === undefined) return { status: 401, body: { error: 'who are you?' } };
    if (!isStartRun(body)) return { status: 400, body: { error: 'threadId and text are needed' } };
    const runId = IdManager.generateRunId(body.threadId);
    const context = createUserExecutionContext({ userId, threadId: body.threadId, runId });
    const outcome = await runWithContext(context, () => runs.start(userId, body.threadId, body.text));
    return { status: 202, body: outcome };
  };
}
