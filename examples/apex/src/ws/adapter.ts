import { createLogger } from '@/core/logger';
import type { WebSocketBridge } from './bridge';
import type { Message } from './events';

export class WebSocketBridgeAdapter {
  private readonly log = createLogger('bridge-adapter');

  constructor(private readonly bridge: WebSocketBridge | undefined) {}

  notifyAgentStarted(threadId: string, agent: string): void {
    if (!this.bridge) return;
    this.bridge.notifyAgentStarted(threadId, agent);
  }

  notifyAgentThinking(threadId: string, agent: string, thought: string): void {
    this.bridge?.notifyAgentThinking(threadId, agent, thought);
  }

  async notifyToolExecuting(threadId: string, tool: string): Promise<void> {
    try {
      await this.bridge?.notifyToolExecuting(threadId, tool);
    } catch (error) {
      this.log.warn('not delivered', { error });
      throw error;
    }
  }

  notifyToolCompleted(threadId: string, tool: string, output: string): void {
    this.log.info('tool completed', { tool });
    this.bridge?.notifyToolCompleted(threadId, tool, output);
  }

  notifyAgentCompleted = (threadId: string, agent: string, text: string): void =>
    this.bridge?.notifyAgentCompleted(threadId, agent, text);

  deliver(threadId: string, message: Message): number {
    return this.bridge?.sendToThread(threadId, message) ?? 0;
  }
}
