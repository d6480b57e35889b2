import type { Check } from '../check.js';
import { duplicateNoun } from '../duplicate-noun.js';
import { callFor } from '../made-ids/canonical-calls.js';
import { ENTROPY_WORDS, entropyWords } from '../made-ids/entropy-words.js';
import { madeIds } from '../made-ids/made-ids.js';
import { ownerOf } from '../../symbols/owner.js';
import type { Violation } from '../violation.js';

/** Declaring a function that makes IDs and returns them: once, at its name. */
export const secondGenerator: Check = {
  name: 'second-generator',
  inTests: false,
  messages: {
    secondGenerator:
      "'{{name}}' is a second {{noun}}: it makes IDs from {{entropy}}. '{{concern}}' belongs to {{owner}} ({{path}}). Move its callers to {{use}} and delete it.",
  },
  words: () => ENTROPY_WORDS,
  run({ facts }, concern, project) {
    return madeIds(facts, concern, project).generators.map(
      ({ entropy, expressions, name, nameRange, texts }): Violation => {
        const { root, words } = callFor(texts[0], name, concern, project);
        const { owner, path, related } = ownerOf(concern, project, root);
        return {
          check: 'second-generator',
          concern: concern.id,
          messageId: 'secondGenerator',
          data: {
            name,
            noun: duplicateNoun(concern),
            entropy: entropyWords(entropy),
            concern: concern.id,
            owner,
            path,
            use: words,
          },
          range: nameRange,
          symbol: `${facts.path}#${name}`,
          scope: '',
          related: [
            ...related,
            ...expressions.map((range) => ({ path: facts.path, range, message: 'An ID is made here.' })),
          ],
          fix: null,
          suggestions: [],
          tags: [],
        };
      },
    );
  },
};
