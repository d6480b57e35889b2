import type { Terminal } from './terminal.js';

/** Shows how far something is, to a person only. */
export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

/** The least time between two updates, in milliseconds: drawing must not be what takes the time. */
const INTERVAL = 80;

/** @param label what is being done: "Checking" */
export async function startProgress(terminal: Terminal, label: string): Promise<Progress> {
  if (!terminal.interactive) return { update: () => undefined, stop: () => undefined };
  const { default: ora } = await import('ora');
  const spinner = ora({ text: label, stream: process.stderr, discardStdin: false });
  let last = performance.now();
  return {
    update(done, total) {
      const now = performance.now();
      if (now - last < INTERVAL) return;
      last = now;
      spinner.text = `${label} ${done} of ${total} files`;
      // The work is synchronous, so that its timer never fires.
      spinner.render();
    },
    stop() {
      spinner.stop();
    },
  };
}
