import { getWebSocketBridge } from './bridge';

export function announceCompletion(threadId: string, agent: string, text: string): void {
  getWebSocketBridge().notifyAgentCompleted(threadId, agent, text);
}
