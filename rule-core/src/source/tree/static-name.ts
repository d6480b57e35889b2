import type { TSESTree } from '@typescript-eslint/types';
import { Kind, type Node } from './kinds.js';

/** The value of a string literal or of a template without holes; `null` for anything else. */
export function staticString(node: Node | null | undefined): string | null {
  if (node?.type === Kind.Literal) {
    return typeof node.value === 'string' ? node.value : null;
  }
  if (node?.type === Kind.TemplateLiteral && node.expressions.length === 0) {
    return node.quasis[0]?.value.cooked ?? null;
  }
  return null;
}

/** The name that a member expression reads, or `null` if it is computed at run time or private. */
export function memberName(node: TSESTree.MemberExpression): string | null {
  if (!node.computed) {
    return node.property.type === Kind.Identifier ? node.property.name : null;
  }
  return computedName(node.property);
}

/** The name of a key; private names keep their `#`; `null` if it is computed at run time. */
export function keyName(key: Node, computed: boolean): string | null {
  if (computed) {
    return computedName(key);
  }
  switch (key.type) {
    case Kind.Identifier:
      return key.name;
    case Kind.PrivateIdentifier:
      return `#${key.name}`;
    case Kind.Literal:
      return String(key.value);
    default:
      return null;
  }
}

function computedName(node: Node): string | null {
  const text = staticString(node);
  if (text !== null) {
    return text;
  }
  return node.type === Kind.Literal && typeof node.value === 'number' ? String(node.value) : null;
}

/** The name in an import or export specifier, written as an identifier or as a string. */
export function specifierName(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === Kind.Identifier ? node.name : node.value;
}
