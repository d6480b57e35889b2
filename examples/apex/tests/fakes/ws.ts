import { EventEmitter } from 'node:events';

export class WebSocket extends EventEmitter {
  static readonly OPEN = 1;
  static readonly opened: WebSocket[] = [];

  readonly sent: string[] = [];
  readyState: number = WebSocket.OPEN;

  constructor(readonly url = 'ws://test') {
    super();
    WebSocket.opened.push(this);
  }

  send(data: string): void {
    this.sent.push(data);
  }

  close(): void {
    this.readyState = 3;
    this.emit('close');
  }

  messages(): { type: string; payload: Record<string, unknown> }[] {
    return this.sent.map((data) => JSON.parse(data));
  }
}

export class WebSocketServer extends EventEmitter {
  close(): void {
    this.emit('close');
  }
}

export default WebSocket;
