import type { Check } from '../check.js';
import { callFor } from '../made-ids/canonical-calls.js';
import { ownerOf } from '../../symbols/owner.js';
import { symbolUses } from '../../symbols/uses/symbol-uses.js';
import type { Violation } from '../violation.js';

/** Touching a package export or global that only the canonical may touch. */
export const driverBypass: Check = {
  name: 'driver-bypass',
  inTests: false,
  symbols: 'driver',
  messages: {
    driverBypass:
      "'{{driver}}' may be used only inside {{owner}} ({{path}}), the single source of '{{concern}}'. Use {{obtain}} instead.",
  },
  run(module, concern, project) {
    return symbolUses(module.facts, concern, project).flatMap((use): Violation[] => {
      if (use.match.kind !== 'driver') {
        return [];
      }
      // A module that is canonical as a whole has no name to use: of one that makes IDs it is known what does.
      const isNamed = concern.canonical.some(({ exportPath }) => exportPath.length > 0);
      const call =
        concern.preset === 'id-generation' && !isNamed ? callFor(undefined, '', concern, project) : undefined;
      const { owner, path, obtain, related } = ownerOf(concern, project, call?.root);
      return [
        {
          check: 'driver-bypass',
          concern: concern.id,
          messageId: 'driverBypass',
          data: {
            driver: use.match.reference.text.replace(/^global:/u, ''),
            owner,
            path,
            obtain: call?.words ?? obtain,
            concern: concern.id,
          },
          range: use.range,
          symbol: use.symbol,
          scope: use.scope,
          related,
          fix: null,
          suggestions: [],
          tags: [],
        },
      ];
    });
  },
};
