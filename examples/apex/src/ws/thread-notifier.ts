import { WebSocketBridgeAdapter } from './adapter';

/** The tools' view of the adapter. */
export class ThreadNotifier {
  constructor(private readonly adapter: WebSocketBridgeAdapter) {}

  executing(threadId: string, tool: string): Promise<void> {
    return this.adapter.notifyToolExecuting(threadId, tool);
  }

  completed(threadId: string, tool: string, output: string): void {
    return this.adapter.notifyToolCompleted(threadId, tool, output);
  }

  thinking(threadId: string, agent: string, thought: string): void {
    return this.adapter.notifyAgentThinking(threadId, agent, thought);
  }
}
