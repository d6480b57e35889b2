import { cacheFile, readFactsCache, writeFactsCache, type KnownFacts, type Workspace } from '@ssot/rule-core';
import { makeCacheFolder } from './cache-files.js';

/** What part of the facts may be missing on disk: to read these modules again costs less than to write all facts. */
const MISSING = 0.1;

/** Lets a workspace take the facts of modules that did not change from the last run. */
export function rememberFacts(workspace: Workspace): KnownFacts | undefined {
  const known = readFactsCache(cacheFile(workspace.root, 'facts'));
  if (known !== undefined) workspace.remember(known);
  return known;
}

/**
 * Keeps the facts of the modules that were looked at for the next run.
 *
 * @param known what is on disk
 */
export function keepFacts(workspace: Workspace, known: KnownFacts | undefined): void {
  const facts = [...workspace.hashedFacts()];
  const missing = facts.filter(({ path, hash }) => known?.has(path, hash) !== true);
  if (missing.length <= facts.length * MISSING || !makeCacheFolder(workspace.root)) return;
  writeFactsCache(cacheFile(workspace.root, 'facts'), facts);
}
