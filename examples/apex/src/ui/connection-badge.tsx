import type { WebSocket as ServerSocket } from 'ws';

interface ConnectionBadgeProps {
  readonly socket: Pick<WebSocket, 'readyState'> | Pick<ServerSocket, 'readyState'>;
}

export function ConnectionBadge({ socket }: ConnectionBadgeProps) {
  return <span>{socket.readyState === WebSocket.OPEN ? 'live' : 'offline'}</span>;
}
