import type { WebSocketManager } from './manager';

export interface SocketStatus {
  readonly connections: number;
  readonly healthy: boolean;
}

export function probe(manager: WebSocketManager): SocketStatus {
  const connections = manager.connections();
  return { connections, healthy: connections < 10_000 };
}
