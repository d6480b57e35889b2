import { cacheFolder } from '@ssot/rule-core';
import { makeOwnFolder } from '../own-folder.js';

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
