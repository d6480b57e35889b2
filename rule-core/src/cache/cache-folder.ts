import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where the caches of a workspace are: with the caches of other tools, or nowhere, where nothing is installed.
 *
 * @param root the workspace's, absolute
 */
export function cacheFolder(root: string): string | undefined {
  const installed = join(root, 'node_modules');
  return existsSync(installed) ? join(installed, '.cache', 'ssot') : undefined;
}

/** What this program is, for the identity of a cache: changes with every build of it. */
export function programIdentity(): string {
  const stats = statSync(fileURLToPath(import.meta.url), { throwIfNoEntry: false });
  return `${process.versions.node} ${stats?.mtimeMs ?? 0} ${stats?.size ?? 0}`;
}
