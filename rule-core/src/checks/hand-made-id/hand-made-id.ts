import { replaceText } from '../../edits/replace-text.js';
import type { Check } from '../check.js';
import { callFor } from '../made-ids/canonical-calls.js';
import { ENTROPY_WORDS, entropyWords } from '../made-ids/entropy-words.js';
import { madeIds } from '../made-ids/made-ids.js';
import { ownerOf } from '../../symbols/owner.js';
import type { Violation } from '../violation.js';

/** Making an ID from the clock, random numbers or a counter where it is needed. */
export const handMadeId: Check = {
  name: 'hand-made-id',
  inTests: false,
  messages: {
    handMadeId:
      "'{{name}}' is made by hand from {{entropy}}; '{{concern}}' belongs to {{owner}} ({{path}}). Use {{use}} instead.",
  },
  words: () => ENTROPY_WORDS,
  run(module, concern, project) {
    return madeIds(module.facts, concern, project).handMade.map(({ entropy, made, name, scope }): Violation => {
      const call = callFor(made, name, concern, project);
      const { owner, path, related } = ownerOf(concern, project, call.root);
      return {
        check: 'hand-made-id',
        concern: concern.id,
        messageId: 'handMadeId',
        data: { name, entropy: entropyWords(entropy), concern: concern.id, owner, path, use: call.words },
        range: made.range,
        symbol: `${module.facts.path}#${name}`,
        scope,
        related,
        ...replaceText({ module, concern, project, made, to: call.expression, bindings: new Map(), compatible: false }),
        tags: [],
      };
    });
  },
};
