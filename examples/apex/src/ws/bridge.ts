import type { Message } from './events';
import { WebSocketManager } from './manager';

/** What agents tell their users. */
export class WebSocketBridge {
  constructor(readonly manager: WebSocketManager = new WebSocketManager()) {}

  sendToThread(threadId: string, message: Message): number {
    return this.manager.sendToThread(threadId, message);
  }

  /** Kept for the mobile gateway until its next release. */
  sendMessage(threadId: string, message: Message): number {
    return this.sendToThread(threadId, message);
  }

  emit(threadId: string, type: string, payload: Readonly<Record<string, unknown>> = {}): number {
    return this.sendToThread(threadId, { type, payload });
  }

  notifyAgentStarted(threadId: string, agent: string): void {
    this.emit(threadId, 'agent_started', { agent });
  }

  notifyAgentThinking(threadId: string, agent: string, thought: string): void {
    this.emit(threadId, 'agent_thinking', { agent, thought });
  }

  notifyToolExecuting(threadId: string, tool: string): void {
    this.emit(threadId, 'tool_executing', { tool });
  }

  notifyToolCompleted(threadId: string, tool: string, output: string): void {
    this.emit(threadId, 'tool_completed', { tool, output });
  }

  notifyAgentCompleted(threadId: string, agent: string, text: string): void {
    this.emit(threadId, 'agent_completed', { agent, text });
  }
}

let bridge: WebSocketBridge | undefined;

export function getWebSocketBridge(): WebSocketBridge {
  return (bridge ??= new WebSocketBridge());
}
