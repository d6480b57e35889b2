import type { ModuleFacts } from '../source/facts.js';
import { programIdentity } from './cache-folder.js';
import { readCacheFile, writeCacheFile } from './cache-file.js';
import { packValues, PackedValues } from './packed-values.js';

/** The facts of modules from an earlier run. */
export interface KnownFacts {
  /**
   * @param path relative to the workspace root, `/`-separated
   * @param hash of the module's text
   */
  get(path: string, hash: string): ModuleFacts | undefined;

  /** Whether there are any. */
  has(path: string, hash: string): boolean;
}

/** Facts with what they were read from. */
export interface HashedFacts {
  readonly path: string;
  readonly hash: string;
  readonly facts: ModuleFacts;
}

/**
 * Reads the facts that an earlier run kept; `undefined` where there are none that can be trusted.
 *
 * @param file absolute
 */
export function readFactsCache(file: string): KnownFacts | undefined {
  const bytes = readCacheFile(file, programIdentity());
  if (bytes === undefined) return undefined;
  const values = new PackedValues(bytes);
  return {
    // Host boundary: this program wrote them, as the file's seal says.
    get: (path, hash) => values.get(keyOf(path, hash)) as ModuleFacts | undefined,
    has: (path, hash) => values.has(keyOf(path, hash)),
  };
}

/**
 * Keeps facts for a later run.
 *
 * @param file absolute
 */
export function writeFactsCache(file: string, facts: Iterable<HashedFacts>): void {
  writeCacheFile(file, programIdentity(), packValues([...facts].map((one) => [keyOf(one.path, one.hash), one.facts])));
}

function keyOf(path: string, hash: string): string {
  return `${hash} ${path}`;
}
