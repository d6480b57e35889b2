declare module 'ws' {
  import type { EventEmitter } from 'node:events';
  import type { Server } from 'node:http';

  class WebSocket extends EventEmitter {
    static readonly OPEN: 1;
    constructor(url: string, options?: { headers?: Record<string, string> });
    readonly readyState: number;
    send(data: string): void;
    close(code?: number): void;
  }

  export class WebSocketServer extends EventEmitter {
    constructor(options: { server?: Server; noServer?: boolean; path?: string });
    close(): void;
  }

  export { WebSocket };
  export default WebSocket;
}
