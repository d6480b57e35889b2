import type { EntropyKind } from '../../source/facts.js';
import type { CheckWords } from '../../symbols/text-words.js';
import { DOUBTFUL_TEXTS, mayMakeText } from './in-text/doubtful-sources.js';

const WORDS: Readonly<Record<EntropyKind, string>> = {
  clock: 'the clock',
  counter: 'a counter',
  random: 'random numbers',
};

/** What an ID is made from, as messages say it: `the clock and random numbers`. */
export function entropyWords(kinds: readonly EntropyKind[]): string {
  const words = kinds.map((kind) => WORDS[kind]).sort();
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`;
}

/** What a module must contain one of for an ID to be made in it by hand. */
export const ENTROPY_WORDS: Pick<CheckWords, 'anywhere' | 'doubtful'> = {
  anywhere: [
    'Math.random',
    '} = Math',
    '} = Date',
    '} = performance',
    'hrtime',
    'randomBytes',
    'randomInt',
    'getRandomValues',
    'gen_random_uuid',
    'generateUUIDv',
    'uuid_generate_v',
    'GEN_RANDOM_UUID',
    'NEWID(',
    'newid(',
    'uuidv7(',
  ],
  doubtful: { texts: DOUBTFUL_TEXTS, isMeant: mayMakeText },
};
