import { v7 } from 'uuid';
import { DeepAgentState as SeedState, type ToolResult } from '../src/agents/state';
import { scenario } from '../src/demo/scenario';

const seen: ToolResult = { tool: 'seed', output: 'nothing yet' };

export function seed(): { readonly seedId: string; readonly state: SeedState }[] {
  return scenario(['ada', 'grace']).map((question) => {
    const state = new SeedState(question.text, question.userId, question.threadId);
    state.remember(seen);
    return { seedId: v7(), state };
  });
}
