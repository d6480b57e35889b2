import { AgentExecutionContext as Context } from '@/agents';
import { BaseAgent } from './base-agent';

const TOPICS: Readonly<Record<string, RegExp>> = {
  cost: /\b(cost|spend|bill)/i,
  latency: /\b(slow|latency|timeout)/i,
};

export class TriageAgent extends BaseAgent {
  constructor() {
    super('triage');
  }

  protected async answer(request: string, context: Context): Promise<string> {
    this.bridge.notifyAgentThinking(context.threadId, this.name, 'reading the request');
    const topic = Object.entries(TOPICS).find(([, pattern]) => pattern.test(request))?.[0] ?? 'general';
    const scoped = context instanceof Context ? context.with({ topic }) : context;
    return `${topic} question of ${scoped.userId}`;
  }
}
