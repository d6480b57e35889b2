import type { TSESTree } from '@typescript-eslint/types';
import { Kind, type Node } from './kinds.js';

/** The identifiers that a pattern binds, in source order. */
export function patternIdentifiers(pattern: Node | null): TSESTree.Identifier[] {
  switch (pattern?.type) {
    case Kind.Identifier:
      return [pattern];
    case Kind.ArrayPattern:
      return pattern.elements.flatMap(patternIdentifiers);
    case Kind.ObjectPattern:
      return pattern.properties.flatMap((property) =>
        patternIdentifiers(property.type === Kind.Property ? property.value : property.argument),
      );
    case Kind.AssignmentPattern:
      return patternIdentifiers(pattern.left);
    case Kind.RestElement:
      return patternIdentifiers(pattern.argument);
    default:
      return [];
  }
}
