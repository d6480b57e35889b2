import { readAnswersCache, type KnownAnswers } from './answers-cache.js';
import { cacheFile } from './cache-folder.js';
import { readFactsCache, type KnownFacts } from './facts-cache.js';

/** What an earlier run learnt of the modules of a workspace. */
export interface KnownModules {
  readonly facts: KnownFacts | undefined;
  readonly answers: KnownAnswers | undefined;
}

/**
 * Reads what an earlier run kept.
 *
 * @param root of the workspace, absolute
 */
export function readKnownModules(root: string): KnownModules {
  return { facts: readFactsCache(cacheFile(root, 'facts')), answers: readAnswersCache(cacheFile(root, 'answers')) };
}
