import { detached } from '../tree/copied-text.js';
import { Kind, type Node } from '../tree/kinds.js';
import { keyName } from '../tree/static-name.js';
import type { StartCollector } from './collector.js';

/** Letters first, then letters, digits and what joins the words of a name. */
const NAME = /^[A-Za-z][\w.:/-]{0,63}$/u;

/** The string literals that could be names, quoted keys among them, and all keys of types of events. */
export const collectNameStrings: StartCollector = (context) => {
  const names = new Set<string>();

  function add(text: string | null | undefined): void {
    if (text !== null && text !== undefined && !names.has(text) && NAME.test(text)) {
      names.add(detached(text));
    }
  }

  function addKey({ computed, key }: { readonly computed: boolean; readonly key: Node }): void {
    const isQuoted = key.type === Kind.Literal;
    if (!computed && (isQuoted || isInEvents(context.ancestors))) {
      add(keyName(key, false));
    }
  }

  return {
    enter: {
      Property({ computed, key }) {
        if (!computed && key.type === Kind.Literal) {
          add(keyName(key, false));
        }
      },
      TSPropertySignature: addKey,
      TSMethodSignature: addKey,
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

/** `type Events = { started: … }`, `interface ServerToClientEvents { started(): void }`: keys that are the names of events. */
function isInEvents(around: readonly Node[]): boolean {
  const type = around.findLast(
    (node) => node.type === Kind.TSTypeAliasDeclaration || node.type === Kind.TSInterfaceDeclaration,
  );
  return type !== undefined && /events?/iu.test(type.id.name);
}
