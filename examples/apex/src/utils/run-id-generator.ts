/** The gateway made run IDs before the platform did. */
export function generateRunId(threadId: string): string {
  const time = Date.now();
  const suffix = Math.random().toString(36).slice(2, 10);
  return `thread_${threadId}_run_${time}_${suffix}`;
}

export function extractThreadId(runId: string): string | undefined {
  return runId.split('_')[1];
}
