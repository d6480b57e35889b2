import { getWebSocketBridge } from '@/ws/bridge';
import { WebSocket } from '../fakes/ws';

/** A socket that listens to one thread of the application's own bridge. */
export function listen(threadId: string): WebSocket {
  const socket = new WebSocket();
  getWebSocketBridge().manager.join(threadId, socket as unknown as import('ws').WebSocket);
  return socket;
}
