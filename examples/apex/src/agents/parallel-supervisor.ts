import { createUserExecutionContext } from '@/context';
import { IdManager } from '@/core';
import type { AgentResult, BaseAgent } from './base-agent';

/** Tried when two agents had nothing to say to each other. */
export class ParallelSupervisorAgent {
  constructor(private readonly agents: readonly BaseAgent[]) {}

  async run(userId: string, threadId: string, text: string): Promise<AgentResult[]> {
    const runId = IdManager.generateRunId(threadId);
    const context = createUserExecutionContext({ userId, threadId, runId });
    return Promise.all(this.agents.map((agent) => agent.run(text, context)));
  }
}
