import type { Check } from '../check.js';
import { ownerOf } from '../../symbols/owner.js';
import type { Violation } from '../violation.js';
import { heldContext } from './held-context.js';
import { holdersIn } from './holders.js';

/** Keeping one instance of a canonical that lives for one request where every request finds it. */
export const sharedInstance: Check = {
  name: 'shared-instance',
  inTests: false,
  messages: {
    sharedInstance:
      "'{{name}}' keeps one {{held}} for every user ({{where}}); '{{concern}}' wants one per request. Create it with {{obtain}} ({{path}}) where the request comes in, and pass it on.",
  },
  run(module, concern, project) {
    const { facts } = module;
    if (concern.lifetime !== 'request' || project.targets(concern).isCanonical(facts.path)) {
      return [];
    }
    return holdersIn(facts).flatMap((holder): Violation[] => {
      const held = heldContext(holder, module, concern, project);
      if (held === undefined) {
        return [];
      }
      const { obtain, path, related } = ownerOf(concern, project);
      return [
        {
          check: 'shared-instance',
          concern: concern.id,
          messageId: 'sharedInstance',
          data: { name: holder.name, held, where: holder.where, concern: concern.id, obtain, path },
          range: holder.range,
          symbol: `${facts.path}#${holder.name}`,
          scope: '',
          related,
          fix: null,
          suggestions: [],
          tags: [],
        },
      ];
    });
  },
};
