import { createLogger, type Logger } from '@/core/logger';
import { getWebSocketBridge, type WebSocketBridge } from '@/ws/bridge';
import type { AgentExecutionContext } from './agent-execution-context';

export interface AgentResult {
  readonly agent: string;
  readonly text: string;
}

export abstract class BaseAgent {
  protected readonly log: Logger;

  constructor(
    readonly name: string,
    protected readonly bridge: WebSocketBridge = getWebSocketBridge(),
  ) {
    this.log = createLogger(name);
  }

  async run(request: string, context: AgentExecutionContext): Promise<AgentResult> {
    this.bridge.notifyAgentStarted(context.threadId, this.name);
    this.log.info('working', { for: context.describe() });
    const text = await this.answer(request, context);
    this.bridge.notifyAgentCompleted(context.threadId, this.name, text);
    return { agent: this.name, text };
  }

  protected abstract answer(request: string, context: AgentExecutionContext): Promise<string>;
}
