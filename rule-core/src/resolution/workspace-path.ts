import { realpathSync } from 'node:fs';
import system, { basename, dirname, join, resolve, sep, type PlatformPath } from 'node:path';

/** A path with `/` between its segments on every system. */
export function toSlashes(path: string, separator: string = sep): string {
  return separator === '/' ? path : path.split(separator).join('/');
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

/**
 * The workspace path of an absolute path, `''` for the root itself, or `undefined` outside of the root. On Windows, neither the
 * case of letters nor the kind of slash tells paths apart: tsserver writes `c:/project/src/a.ts`.
 *
 * @param root absolute, native separators
 * @param of whose paths they are
 */
export function workspacePath(root: string, absolute: string, of: PlatformPath): string | undefined {
  const { sep: separator } = of;
  if (absolute.startsWith(root) && (absolute.length === root.length || root.endsWith(separator))) {
    return toSlashes(absolute.slice(root.length), separator);
  }
  if (absolute.startsWith(root + separator)) return toSlashes(absolute.slice(root.length + 1), separator);
  const path = of.relative(root, absolute);
  const isOutside = path === '..' || path.startsWith(`..${separator}`) || of.isAbsolute(path);
  return isOutside ? undefined : toSlashes(path, separator);
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
    return workspacePath(this.root, absolute, system);
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
