import path from 'node:path';
import { openWorkspace } from '../project/index.js';
import { wordsOf } from '../rules/registry.js';

/**
 * A digest of everything outside a file that its verdict depends on. In ESLint's `settings` it becomes part of the cache key.
 *
 * @param folder absolute; the workspace is searched upward from it
 */
export function projectDigest(folder: string): string {
  const today = new Date().toISOString().slice(0, 10);
  return openWorkspace(path.join(folder, 'package.json'), { today, extraWords: wordsOf }).project().digest;
}
