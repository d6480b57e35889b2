import type { AgentExecutionContext } from '../agent-execution-context';
import type { AgentResult, BaseAgent } from '../base-agent';
import { StepLog } from './step-log';

export class AgentExecutionCore {
  protected readonly steps = new StepLog();

  constructor(protected readonly agents: readonly BaseAgent[]) {}

  async execute(request: string, context: AgentExecutionContext): Promise<AgentResult[]> {
    const results: AgentResult[] = [];
    for (const agent of this.agents) {
      this.steps.add(agent.name);
      results.push(await agent.run(request, context));
    }
    return results;
  }

  history(): readonly string[] {
    return this.steps.names();
  }
}
