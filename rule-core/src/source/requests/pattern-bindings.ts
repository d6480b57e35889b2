import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import type { Binding, Reference } from '../facts.js';
import type { Name } from '../names/module-names.js';
import { Kind, type Node } from '../tree/kinds.js';
import { nameRangeOf } from '../tree/ranges.js';
import { keyName } from '../tree/static-name.js';
import { patternReads, withoutDefault } from '../uses/pattern-reads.js';
import { readOf } from '../uses/reference.js';

/** What a module object gives away. */
export interface Taken {
  readonly bindings: readonly Binding[];
  /** The object as a whole goes where it cannot be followed. */
  readonly opaque: boolean;
}

/** The whole module object is gone. */
export const OPAQUE: Taken = { bindings: [], opaque: true };

/** Finds the name that a pattern binds, so that its uses are recorded. */
export type FindName = (name: string, identifier: TSESTree.Identifier) => Name | undefined;

/** What a binding or assignment pattern takes from a module object. */
export function patternBindings(context: ExtractionContext, pattern: Node, find: FindName): Taken {
  const target = withoutDefault(pattern);
  if (target.type === Kind.Identifier) {
    return wholeObject(target, find);
  }
  if (target.type !== Kind.ObjectPattern) {
    return OPAQUE;
  }
  const bindings: Binding[] = [];
  let opaque = false;
  for (const property of target.properties) {
    const taken =
      property.type === Kind.RestElement
        ? patternBindings(context, property.argument, find)
        : propertyBinding(context, property, find);
    bindings.push(...taken.bindings);
    opaque ||= taken.opaque;
  }
  return { bindings, opaque };
}

function wholeObject(identifier: TSESTree.Identifier, find: FindName): Taken {
  const name = find(identifier.name, identifier);
  if (name === undefined) {
    return OPAQUE;
  }
  const range = nameRangeOf(identifier);
  return {
    bindings: [
      {
        imported: '*',
        local: identifier.name,
        exported: null,
        range,
        nameRange: range,
        typeOnly: false,
        references: name.references,
      },
    ],
    opaque: false,
  };
}

function propertyBinding(context: ExtractionContext, property: TSESTree.Property, find: FindName): Taken {
  const imported = keyName(property.key, property.computed);
  if (imported === null) {
    return OPAQUE;
  }
  const target = withoutDefault(property.value);
  const { range } = property;
  const common = { imported, exported: null, range, typeOnly: false };
  if (target.type === Kind.Identifier) {
    const name = find(target.name, target);
    if (name !== undefined) {
      const binding = { ...common, local: target.name, nameRange: nameRangeOf(target), references: name.references };
      return { bindings: [binding], opaque: false };
    }
  }
  return {
    bindings: [{ ...common, local: null, nameRange: range, references: readsOf(context, property, target) }],
    opaque: false,
  };
}

/** The reads of `{ promises: { readFile } }` behind its first key. */
function readsOf(context: ExtractionContext, property: TSESTree.Property, target: Node): Reference[] {
  const { range } = property.key;
  if (target.type !== Kind.ObjectPattern || target.properties.length === 0) {
    return [readOf(context, range, [], [])];
  }
  return patternReads(target).map(({ path, links }) => readOf(context, range, path, links));
}
