import { WebSocketBridgeAdapter } from '@/ws/adapter';
import { getWebSocketBridge, type WebSocketBridge } from '@/ws/bridge';

/** Tells a thread what happens outside of its runs. */
export class NotificationService {
  private readonly adapter = new WebSocketBridgeAdapter(getWebSocketBridge());

  constructor(private readonly bridge: WebSocketBridge = getWebSocketBridge()) {}

  finished(threadId: string, agent: string): void {
    this.bridge.emit(threadId, 'agent_complete', { agent });
  }

  paused(threadId: string, reason: string): void {
    this.bridge.sendToThread(threadId, { type: 'agent_paused', payload: { reason } });
  }

  toolDone(threadId: string, tool: string, output: string): void {
    this.adapter.notifyToolCompleted(threadId, tool, output);
  }

  progress(threadId: string, thought: string): number {
    return this.bridge.sendMessage(threadId, { type: 'agent_thinking', payload: { thought } });
  }
}
