import { detached } from '../tree/copied-text.js';
import { Kind } from '../tree/kinds.js';
import type { StartCollector } from './collector.js';

/** Letters first, then letters, digits and what joins the words of a name. */
const NAME = /^[A-Za-z][\w.:/-]{0,63}$/u;

/** The string literals that could be names. */
export const collectNameStrings: StartCollector = (context) => {
  const names = new Set<string>();

  function add(text: string | null | undefined): void {
    if (text !== null && text !== undefined && !names.has(text) && NAME.test(text)) {
      names.add(detached(text));
    }
  }

  return {
    enter: {
      Literal({ value }) {
        const parent = context.ancestor(1)?.type;
        const isSpecifier =
          parent === Kind.ImportDeclaration ||
          parent === Kind.ExportAllDeclaration ||
          parent === Kind.ExportNamedDeclaration;
        if (typeof value === 'string' && !isSpecifier) {
          add(value);
        }
      },
      TemplateLiteral({ expressions, quasis }) {
        if (expressions.length === 0) {
          add(quasis[0]?.value.cooked);
        }
      },
    },
    finish: () => ({ nameStrings: [...names].sort() }),
  };
};
