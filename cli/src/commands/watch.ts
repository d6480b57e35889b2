import { realPath } from '@ssot/rule-core';
import { watch as watchFiles } from 'chokidar';
import { exitStatus, type ExitStatus } from '../exit-status.js';
import { explanation } from '../explanation.js';
import type { Terminal } from '../terminal.js';

/** What an editor or a formatter does at once should be seen as one change: milliseconds without another one. */
const QUIET = 150;

/** Files whose change can change a verdict. */
const relevant = /\.(?:[cm]?[jt]sx?|jsonc?|jsonl|ya?ml)$|(?:^|[\\/])\.gitignore$/;
const skipped = /(?:^|[\\/])(?:node_modules|\.git|\.ssot)(?:[\\/]|$)/;

/**
 * Runs something now, and again after each change of a file under the current folder, until the process is told to stop.
 *
 * @param run what to run; what it throws is explained, and does not end the watch
 * @param signal ends the watch
 */
export async function watch(run: () => Promise<unknown>, terminal: Terminal, signal: AbortSignal): Promise<ExitStatus> {
  const runOnce = async (): Promise<void> => {
    try {
      await run();
    } catch (error) {
      // What is being typed may be broken for a moment; the next change is another chance.
      terminal.error(`${terminal.colors.red('error')} ${explanation(error)}\n`);
    }
  };
  await runOnce();
  const root = realPath(terminal.cwd);
  const watcher = watchFiles(root, {
    ignoreInitial: true,
    ignored: (path, stats) =>
      skipped.test(path.slice(root.length)) || (stats?.isFile() === true && !relevant.test(path)),
  });
  await new Promise<void>((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    let running = Promise.resolve();
    watcher.on('all', () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        // One after the other: two runs would write into each other.
        running = running.then(runOnce);
      }, QUIET);
    });
    watcher.on('error', (error) => {
      terminal.error(`${error instanceof Error ? error.message : String(error)}\n`);
    });
    const stop = (): void => {
      clearTimeout(timer);
      void running.then(resolve);
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  await watcher.close();
  return exitStatus.clean;
}
