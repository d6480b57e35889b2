import { dirname, join, resolve } from 'node:path';
import { statsOf } from '../../files/stats-of.js';

/** The names that a config file may have, the preferred one first. */
export const CONFIG_FILE_NAMES: readonly string[] = ['json', 'jsonc', 'ts', 'mts', 'js', 'mjs', 'cjs'].map(
  (extension) => `ssot.config.${extension}`,
);

/**
 * The nearest config file, from a folder upward.
 *
 * @param startDir absolute, or relative to the current folder; need not exist
 * @returns its absolute path, or `undefined` if no folder up to the root of the file system has one. Where a folder has
 * several, the first by name; `loadConfig` reports the others.
 */
export function findConfig(startDir: string): string | undefined {
  let folder = resolve(startDir);
  for (;;) {
    const [name] = configFilesIn(folder);
    if (name !== undefined) return join(folder, name);
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}

/** The names of the config files that stand in a folder. There should be one at most. */
export function configFilesIn(folder: string): string[] {
  return CONFIG_FILE_NAMES.filter((name) => statsOf(join(folder, name))?.isFile() === true);
}
