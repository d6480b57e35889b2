import type { DeepAgentState } from '@/agents/state';
import type { DeepAgentState as PreviousState, ToolResult } from './state';

export interface Recommendation {
  readonly title: string;
  readonly savings: number;
}

/** Compares two runs of the same question. */
export function recommend(before: PreviousState, after: DeepAgentState): Recommendation[] {
  const known = new Set(before.toolResults.map((result: ToolResult) => result.tool));
  return after.toolResults
    .filter((result) => !known.has(result.tool))
    .map((result) => ({ title: `keep ${result.tool}`, savings: before.stepCount - after.stepCount }));
}
