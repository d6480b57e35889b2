import type { AgentResult, BaseAgent } from './base-agent';
import { AgentExecutionContext } from './agent-execution-context';

type Listener<T> = (value: T) => void;

export class AgentRegistry {
  static lastContext: AgentExecutionContext | null = null;

  private readonly agents = new Map<string, BaseAgent>();
  private readonly listeners: Listener<AgentExecutionContext>[] = [];

  register(agent: BaseAgent): this {
    this.agents.set(agent.name, agent);
    return this;
  }

  onRun(listener: Listener<AgentExecutionContext>): void {
    this.listeners.push(listener);
  }

  async run(name: string, request: string, context: AgentExecutionContext): Promise<AgentResult> {
    const agent = this.agents.get(name);
    if (agent === undefined) throw new Error(`no agent called ${name}`);
    AgentRegistry.lastContext = context;
    for (const listener of this.listeners) listener(context);
    return agent.run(request, context);
  }
}
