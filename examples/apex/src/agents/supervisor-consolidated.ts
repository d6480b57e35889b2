import { createUserExecutionContext, type UserExecutionContext } from '@/context/user-execution-context';
import { IdManager } from '@/core/id-manager';
import { getClickHouseManager } from '@/db/clickhouse';
import { AgentRegistry } from './agent-registry';
import type { AgentResult } from './base-agent';
import { ReportAgent } from './report-agent';
import { TriageAgent } from './triage-agent';

export interface RunRequest {
  readonly userId: string;
  readonly threadId: string;
  readonly text: string;
}

export interface RunOutcome {
  readonly runId: string;
  readonly results: readonly AgentResult[];
}

/** Runs the agents of one request, one after the other. */
export class SupervisorAgent {
  constructor(
    private readonly agents: AgentRegistry = new AgentRegistry()
      .register(new TriageAgent())
      .register(new ReportAgent()),
    private readonly plan: readonly string[] = ['triage', 'report'],
  ) {}

  async run(request: RunRequest, runId = IdManager.generateRunId(request.threadId)): Promise<RunOutcome> {
    const context = createUserExecutionContext({ userId: request.userId, threadId: request.threadId, runId });
    const results: AgentResult[] = [];
    for (const name of this.plan) results.push(await this.agents.run(name, request.text, context));
    await this.record(context, results);
    return { runId, results };
  }

  private async record(context: UserExecutionContext, results: readonly AgentResult[]): Promise<void> {
    const name = results.map((result) => result.agent).join('+');
    await getClickHouseManager().writeTrace({ runId: context.runId, userId: context.userId, name });
  }
}
