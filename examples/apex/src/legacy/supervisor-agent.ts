import type { AgentExecutionCore } from '../agents/supervisor/agent-execution-core';
import type { AgentExecutionContext } from '../agents/agent-execution-context';

export class SupervisorAgent {
  constructor(private readonly core: AgentExecutionCore) {}

  async handle(request: string, context: AgentExecutionContext): Promise<string> {
    const results = await this.core.execute(request, context);
    return results.map((result) => result.text).join('\n');
  }
}
