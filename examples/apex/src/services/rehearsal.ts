import { agentContexts, factories } from '@/agents/contexts';

export function rehearse(userId: string): string {
  const init = { userId, threadId: 'rehearsal', runId: 'rehearsal' };
  const context = new factories.Run(init);
  const again = new agentContexts.AgentExecutionContext(init);
  return [context, again].map((each) => each.describe()).join(', ');
}
