import writeFileAtomic from 'write-file-atomic';

/** With these, Windows refuses to replace a file that another program, such as a virus scanner, has open for a moment. */
const BUSY: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** How long to wait before each further attempt, in milliseconds. */
const WAITS = [10, 40, 100, 250, 500] as const;

/** What writing a file needs of the system. */
export interface FileWriting {
  readonly platform: string;
  readonly write: (file: string, content: string | Uint8Array) => void;
  readonly wait: (milliseconds: number) => void;
}

const system: FileWriting = {
  platform: process.platform,
  write: (file, content) => {
    writeFileAtomic.sync(file, typeof content === 'string' ? content : Buffer.from(content));
  },
  wait: (milliseconds) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  },
};

/** Writes a file as a whole, or not at all: whoever reads it meanwhile sees what was in it before. */
export function writeFileWhole(file: string, content: string | Uint8Array, { platform, wait, write } = system): void {
  const waits = platform === 'win32' ? WAITS : [];
  for (const milliseconds of waits) {
    try {
      write(file, content);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && BUSY.has(error.code))) throw error;
      wait(milliseconds);
    }
  }
  write(file, content);
}
