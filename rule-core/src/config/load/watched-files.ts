import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { statsOf } from '../../files/stats-of.js';

interface Watched {
  /** Time and size: while they stay, the content is taken to be the same. */
  stamp: string;
  readonly hash: string;
}

/**
 * Files whose content a result came from. `changed` costs one `stat` a file, and reads only those that were touched.
 * A folder counts by its own time, which changes when an entry appears or goes.
 */
export class WatchedFiles {
  readonly #files = new Map<string, Watched>();

  /** @param files absolute paths; one that does not exist counts as changed when it appears */
  constructor(files: Iterable<string>) {
    this.add(files);
  }

  /** Watches more files; those that are watched already keep what is known of them. */
  add(files: Iterable<string>): void {
    for (const file of files) {
      if (!this.#files.has(file)) this.#files.set(file, { stamp: stampOf(file), hash: hashOf(file) });
    }
  }

  changed(): boolean {
    for (const [file, watched] of this.#files) {
      const stamp = stampOf(file);
      if (stamp === watched.stamp) continue;
      if (hashOf(file) !== watched.hash) return true;
      watched.stamp = stamp;
    }
    return false;
  }
}

function stampOf(file: string): string {
  const stat = statsOf(file);
  return stat === undefined ? '' : `${stat.mtimeMs}:${stat.ctimeMs}:${stat.size}`;
}

function hashOf(file: string): string {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('base64');
  } catch {
    // A folder, or a file that may not be read: its time has to do.
    return stampOf(file);
  }
}
