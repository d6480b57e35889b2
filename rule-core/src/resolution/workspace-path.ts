import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** A path with `/` between its segments on every system. */
export function toSlashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/**
 * The real path of `path`, symlinks followed; of a path that does not exist, its nearest existing ancestor's real path with
 * the rest behind it (a file that an editor has not saved yet).
 */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
}

/** Turns absolute paths into workspace paths (relative to the root, `/`-separated) and back. */
export class WorkspacePaths {
  /** The root, symlinks followed, native separators. */
  readonly root: string;

  /** @param root - The workspace root, absolute. */
  constructor(root: string) {
    this.root = realPath(resolve(root));
  }

  /** The workspace path of a real absolute path, `''` for the root itself, or `undefined` outside of the root. */
  relative(absolute: string): string | undefined {
    if (absolute.startsWith(this.root) && (absolute.length === this.root.length || this.root.endsWith(sep))) {
      return toSlashes(absolute.slice(this.root.length));
    }
    if (absolute.startsWith(this.root + sep)) return toSlashes(absolute.slice(this.root.length + 1));
    const path = relative(this.root, absolute);
    return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? undefined : toSlashes(path);
  }

  /** The absolute path, native separators, of a workspace path. */
  absolute(path: string): string {
    return path === '' ? this.root : join(this.root, path);
  }
}

/** The folder of a workspace path, `''` for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The last segment of a workspace path. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a path lies in `node_modules`. */
export function isInstalled(path: string): boolean {
  return `/${path}`.includes('/node_modules/');
}
