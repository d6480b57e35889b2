import { createUserExecutionContext, type UserExecutionContext } from '@/context/user-execution-context';
import { IdManager } from '@/core/id-manager';
import type { AgentRegistry } from './agent-registry';
import type { AgentResult } from './base-agent';

interface Ask {
  readonly userId: string;
  readonly threadId: string;
  readonly text: string;
}

/** The supervisor without its traces. */
export class SupervisorLite {
  constructor(
    private readonly crew: AgentRegistry,
    private readonly steps: readonly string[],
  ) {}

  async handle(ask: Ask, id = IdManager.generateRunId(ask.threadId)): Promise<{ id: string; answers: AgentResult[] }> {
    const scope = createUserExecutionContext({ userId: ask.userId, threadId: ask.threadId, runId: id });
    const answers: AgentResult[] = [];
    for (const step of this.steps) answers.push(await this.crew.run(step, ask.text, scope));
    await this.finish(scope, answers);
    return { id, answers };
  }

  private async finish(scope: UserExecutionContext, answers: readonly AgentResult[]): Promise<void> {
    await Promise.resolve([scope, answers]);
  }
}
