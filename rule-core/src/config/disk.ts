import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { globSync, type FileSystemAdapter } from 'tinyglobby';
import { FolderListings } from '../files/folder-listings.js';
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
 * @param folders what is in its folders, as far as that was seen already
 */
export function nodeDisk(root: string, folders = new FolderListings()): Disk {
  const listings = new Map<string, ReadonlySet<string>>();
  const trees = new Map<string, readonly string[]>();

  const namesIn = (folder: string): ReadonlySet<string> => {
    let names = listings.get(folder);
    if (names === undefined) {
      names = new Set(folders.entries(join(root, folder)).map(({ name }) => name));
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
        files = walk(root, ignore, folders);
        trees.set(key, files);
      }
      return files;
    },
  };
}

function walk(root: string, ignore: readonly string[], folders: FolderListings): readonly string[] {
  const options = {
    cwd: root,
    ignore: ['**/node_modules/**', ...ignore],
    followSymbolicLinks: false,
    expandDirectories: false,
    fs: listedIn(root, folders),
  };
  return globSync('**/*', options).sort();
}

/** The file system to the library that matches globs: it only ever asks for the entries of folders, with their types. */
function listedIn(root: string, folders: FolderListings): FileSystemAdapter {
  const entries = (folder: string) => folders.entries(resolve(root, folder));
  // Host boundary: the type has all the forms that Node's own function has.
  return { readdirSync: entries as unknown as NonNullable<FileSystemAdapter['readdirSync']> };
}
