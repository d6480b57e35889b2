import { join } from 'node:path';
import { cacheFolder } from '@ssot/rule-core';
import { makeOwnFolder, ownFolderName } from '../own-folder.js';

/**
 * A cache file of a workspace: beside its installed packages, or in the command's own folder where nothing is installed.
 *
 * @param root the workspace's, absolute
 */
export function cacheFile(root: string, name: 'verdict' | 'facts'): string {
  return join(cacheFolder(root) ?? join(root, ownFolderName, 'cache'), name);
}

/** Prepares the folder of the cache files, `false` where there can be none. */
export function makeCacheFolder(root: string): boolean {
  if (cacheFolder(root) !== undefined) return true;
  try {
    makeOwnFolder(root);
    return true;
  } catch {
    // A read-only disk: there is no cache, and nothing else is lost.
    return false;
  }
}
