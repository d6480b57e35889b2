import { Writable } from 'node:stream';
import type { WebSocketBridge } from '@/ws/bridge';

/** Lets anything that writes to a stream write to a thread. */
export class ThreadStream extends Writable {
  constructor(
    private readonly bridge: WebSocketBridge,
    private readonly threadId: string,
  ) {
    super({ decodeStrings: false });
  }

  override _write(chunk: string, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.bridge.notifyToolCompleted(this.threadId, 'stream', String(chunk));
    done();
  }
}
