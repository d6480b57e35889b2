import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { createLogger } from '@/core/logger';
import type { Message } from './events';

/** Which sockets listen to which thread. */
export class WebSocketManager {
  private readonly log = createLogger('websocket');
  private readonly threads = new Map<string, Set<WebSocket>>();

  attach(server: Server): WebSocketServer {
    const sockets = new WebSocketServer({ server, path: '/ws' });
    sockets.on('connection', (socket: WebSocket, request: { url?: string }) => {
      const threadId = new URL(request.url ?? '/', 'ws://local').searchParams.get('thread');
      if (threadId === null) socket.close(1008);
      else this.join(threadId, socket);
    });
    return sockets;
  }

  join(threadId: string, socket: WebSocket): void {
    const sockets = this.threads.get(threadId) ?? new Set();
    this.threads.set(threadId, sockets.add(socket));
    socket.on('close', () => sockets.delete(socket));
  }

  sendToThread(threadId: string, message: Message): number {
    const sockets = this.threads.get(threadId) ?? new Set();
    for (const socket of sockets) socket.send(JSON.stringify(message));
    if (sockets.size === 0) this.log.info('nobody listens', { threadId, type: message.type });
    return sockets.size;
  }

  connections(): number {
    return [...this.threads.values()].reduce((sum, sockets) => sum + sockets.size, 0);
  }
}
