import type { TSESTree } from '@typescript-eslint/types';
import { Kind, type Node } from '../tree/kinds.js';

/** `A.B` of `namespace A.B`, `global` of `declare global`, and the quoted specifier of `declare module 'm'`: `"m"`. */
export function namespaceName(node: TSESTree.TSModuleDeclaration): string {
  return entityName(node.id);
}

function entityName(node: Node): string {
  switch (node.type) {
    case Kind.Identifier:
      return node.name;
    case Kind.TSQualifiedName:
      return `${entityName(node.left)}.${node.right.name}`;
    case Kind.Literal:
      return JSON.stringify(node.value);
    default:
      return '';
  }
}
