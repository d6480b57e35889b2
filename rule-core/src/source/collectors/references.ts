import type { TSESTree } from '@typescript-eslint/types';
import type { GlobalUse, Reference } from '../facts.js';
import type { Name } from '../names/module-names.js';
import { Kind, type Node } from '../tree/kinds.js';
import { usesOf } from '../uses/reference.js';
import type { StartCollector } from './collector.js';

/** Uses of module-level names, of globals, and of local names that hold another module. */
export const collectReferences: StartCollector = (context) => {
  const { names } = context;
  const globals: GlobalUse[] = [];
  let last = -1;

  function record(node: Node, name: Name): void {
    const { references, destructured } = usesOf(context, node, context.ancestors.length - 1);
    for (const reference of references) {
      name.references.push(reference);
      if (name.kind === 'global') {
        globals.push({ name: name.name, reference, destructured });
      }
    }
  }

  function enterIdentifier(node: TSESTree.Identifier): void {
    const offset = node.range[0];
    const name = names.at(offset);
    // In `{ a }` and `export { a }` two nodes stand at the same place.
    if (name !== undefined && offset !== last) {
      last = offset;
      record(node, name);
    }
  }

  function enterJsxIdentifier(node: TSESTree.JSXIdentifier): void {
    const parent = context.ancestor(1);
    if (parent === undefined || !startsElementName(node, parent)) {
      return;
    }
    const name = names.atJsx(node.range[0], node.name);
    if (name !== undefined) {
      record(node, name);
    }
  }

  return {
    enter: { Identifier: enterIdentifier, JSXIdentifier: enterJsxIdentifier },
    finish() {
      const localUses = emptyRecord<Reference[]>();
      for (const { name, kind, references } of names.local()) {
        // In place: bindings share the list.
        references.sort(byStart);
        if (kind === 'module' && references.length > 0) {
          localUses[name] = references;
        }
      }
      return { globals: globals.sort((a, b) => byStart(a.reference, b.reference)), localUses };
    },
  };
};

/** Uses that stand before the place from which on their name is followed: a function above a local `require`. */
export const collectMissedReferences: StartCollector = (context) => ({
  enter: {
    Identifier(node) {
      const offset = node.range[0];
      const name = context.names.missed.delete(offset) ? context.names.at(offset) : undefined;
      name?.references.push(...usesOf(context, node, context.ancestors.length - 1).references);
    },
  },
});

/** `Foo` in `<Foo>` and in `<Foo.Bar>`, `foo` in `<foo.bar>`; not `div` in `<div>`, which is a string. */
function startsElementName(node: TSESTree.JSXIdentifier, parent: Node): boolean {
  if (node.name === 'this') {
    return false;
  }
  if (parent.type === Kind.JSXMemberExpression) {
    return parent.object === node;
  }
  const first = node.name.charAt(0);
  return parent.type === Kind.JSXOpeningElement && first.toUpperCase() === first;
}

/** Without a prototype: a module may declare `constructor`. */
function emptyRecord<Value>(): Record<string, Value> {
  // `Object.create` is typed `any`.
  return Object.create(null) as Record<string, Value>;
}

function byStart(a: Reference, b: Reference): number {
  return a.range[0] - b.range[0];
}
