import {
  cacheFile,
  readKnownModules,
  writeAnswersCache,
  writeFactsCache,
  type KnownModules,
  type Workspace,
} from '@ssot/rule-core';
import { makeCacheFolder } from './cache-files.js';

/** What part may be missing on disk: to find that out again costs less than to write all. */
const MISSING = 0.1;

/** Lets a workspace take over what the last run learnt of modules that did not change. */
export function rememberModules(workspace: Workspace): KnownModules {
  const known = readKnownModules(workspace.root);
  workspace.remember(known);
  return known;
}

/**
 * Keeps what was learnt of the modules for the next run.
 *
 * @param known what is on disk
 */
export function keepModules(workspace: Workspace, known: KnownModules): void {
  const facts = [...workspace.hashedFacts()];
  const missing = facts.filter(({ path, hash }) => known.facts?.has(path, hash) !== true);
  const keepsFacts = missing.length > facts.length * MISSING;
  const keepsAnswers = known.answers === undefined || workspace.asked > workspace.modules.length * MISSING;
  if ((!keepsFacts && !keepsAnswers) || !makeCacheFolder(workspace.root)) return;
  if (keepsFacts) writeFactsCache(cacheFile(workspace.root, 'facts'), facts);
  if (keepsAnswers) writeAnswersCache(cacheFile(workspace.root, 'answers'), workspace.moduleAnswers());
}
