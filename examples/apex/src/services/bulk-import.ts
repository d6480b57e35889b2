import { ids } from '@/utils';

export interface ImportedRun {
  readonly runId: string;
  readonly text: string;
}

export function importRuns(threadId: string, texts: readonly string[]): ImportedRun[] {
  return texts.map((text) => ({ runId: ids.run(threadId), text }));
}
