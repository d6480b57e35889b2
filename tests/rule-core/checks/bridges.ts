import type { SsotConfig } from '../../../rule-core/src/index.js';

/** A canonical bridge over a canonical manager, and no consumers. */
export const BRIDGE_FILES = {
  'src/ws/manager.ts': `export class WebSocketManager {
  send(threadId: string, text: string): void {}
  close(): void {}
}
`,
  'src/ws/bridge.ts': `import { WebSocketManager } from './manager';
export interface Message { readonly type: string; readonly payload?: unknown }
export class WebSocketBridge {
  constructor(readonly manager: WebSocketManager = new WebSocketManager()) {}
  sendToThread(threadId: string, message: Message): number { return 0; }
  sendMessage(threadId: string, message: Message): number { return this.sendToThread(threadId, message); }
  emit(threadId: string, type: string, payload: object = {}): number { return this.sendToThread(threadId, { type, payload }); }
  on(event: string, listener: () => void): void {}
  started(threadId: string, agent: string): void { this.emit(threadId, 'agent_started', { agent }); }
  completed(threadId: string, agent: string, text: string): void { this.emit(threadId, 'agent_completed', { agent, text }); }
  async drain(threadId: string): Promise<void> {}
}
let bridge: WebSocketBridge | undefined;
export function getBridge(): WebSocketBridge { return (bridge ??= new WebSocketBridge()); }
export const sharedBridge = new WebSocketBridge();
export function useBridge() { return getBridge(); }
`,
} as const;

export const BRIDGE_CONFIG: SsotConfig = {
  concerns: {
    websocket: {
      preset: 'websocket',
      canonical: ['src/ws/bridge.ts#WebSocketBridge', 'src/ws/manager.ts#WebSocketManager'],
      accessors: ['getBridge'],
      replacements: [],
      drivers: ['ws'],
      names: [],
      methods: { sendMessage: 'sendToThread' },
      events: ['agent_started', 'agent_completed'],
    },
  },
};
