import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of a workspace for what is not for version control, where there is no better place. */
export const OWN_FOLDER = '.ssot';

/**
 * A cache file of a workspace: with the caches of other tools, or in the workspace's own folder where nothing is installed.
 *
 * @param root the workspace's, absolute
 */
export function cacheFile(root: string, name: 'verdict' | 'facts' | 'answers'): string {
  return join(cacheFolder(root) ?? join(root, OWN_FOLDER, 'cache'), name);
}

/**
 * Where the caches of other tools are, or nowhere, where nothing is installed.
 *
 * @param root the workspace's, absolute
 */
export function cacheFolder(root: string): string | undefined {
  const installed = join(root, 'node_modules');
  return existsSync(installed) ? join(installed, '.cache', 'ssot') : undefined;
}

/** A hash of the sources, which the build puts in place of the name. */
declare const SOURCES_HASH: string | undefined;

/** What this program is, for the identity of a cache: changes with its sources, and is the same in every host. */
export function programIdentity(): string {
  // Not there where the sources themselves are run.
  if (typeof SOURCES_HASH === 'string') return SOURCES_HASH;
  const stats = statSync(fileURLToPath(import.meta.url), { throwIfNoEntry: false });
  return `sources ${stats?.mtimeMs ?? 0}`;
}
