import { statSync, type Stats } from 'node:fs';

/**
 * What the disk says of a file or folder; `undefined` if there is none. Node throws for a path below a file, for one that may
 * not be looked at, and for links in a circle; a path made up from a specifier may be any of them.
 *
 * @param path absolute, native separators
 */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
