import { getWebSocketBridge, type WebSocketBridge } from './bridge';

/** Messages of white-label customers carry their brand. */
export class BrandedBridge {
  private readonly bridge: WebSocketBridge = getWebSocketBridge();

  constructor(private readonly brand: string) {}

  started(threadId: string, agent: string): void {
    this.bridge.notifyAgentStarted(threadId, `${this.brand} ${agent}`);
  }

  completed(threadId: string, agent: string, text: string): void {
    this.bridge.notifyAgentCompleted(threadId, `${this.brand} ${agent}`, text);
  }

  send(threadId: string, payload: Readonly<Record<string, unknown>>): void {
    this.bridge.sendToThread(threadId, { type: 'agent_thinking', payload: { ...payload, brand: this.brand } });
  }
}
