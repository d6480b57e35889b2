import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { statsOf } from '../files/stats-of.js';

/**
 * What resolving a configuration asks of the disk. Paths are relative to the workspace root and `/`-separated on every system;
 * `''` is the root itself. Names count only as they are spelt on disk, also where the file system does not care about case.
 */
export interface Disk {
  isFile(path: string): boolean;
  isDirectory(path: string): boolean;
  /** The text of a file, or `undefined` if it cannot be read. */
  read(path: string): string | undefined;
  /**
   * All files of the workspace, sorted, without `node_modules`, files and folders whose name starts with a dot, and those that
   * match one of the globs `ignore`.
   */
  files(ignore: readonly string[]): readonly string[];
}

/**
 * The disk as it is now. It remembers what it saw, so take a new one for each resolution.
 *
 * @param root the workspace root, absolute, native separators
 */
export function nodeDisk(root: string): Disk {
  const listings = new Map<string, ReadonlySet<string>>();
  const trees = new Map<string, readonly string[]>();

  const namesIn = (folder: string): ReadonlySet<string> => {
    let names = listings.get(folder);
    if (names === undefined) {
      names = new Set(entriesOf(join(root, folder)));
      listings.set(folder, names);
    }
    return names;
  };
  const isSpeltSo = (path: string): boolean => {
    const parts = path.split('/');
    return parts.every((name, index) => namesIn(parts.slice(0, index).join('/')).has(name));
  };
  const stat = (path: string) => statsOf(join(root, path));

  return {
    isFile: (path) => path !== '' && isSpeltSo(path) && stat(path)?.isFile() === true,
    isDirectory: (path) => path === '' || (isSpeltSo(path) && stat(path)?.isDirectory() === true),
    read(path) {
      try {
        return readFileSync(join(root, path), 'utf8');
      } catch {
        return undefined;
      }
    },
    files(ignore) {
      const key = JSON.stringify(ignore);
      let files = trees.get(key);
      if (files === undefined) {
        files = walk(root, ignore);
        trees.set(key, files);
      }
      return files;
    },
  };
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function walk(root: string, ignore: readonly string[]): readonly string[] {
  const options = {
    cwd: root,
    ignore: ['**/node_modules/**', ...ignore],
    followSymbolicLinks: false,
    expandDirectories: false,
  };
  return globSync('**/*', options).sort();
}
