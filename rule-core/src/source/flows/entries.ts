import type { TSESTree } from '@typescript-eslint/types';
import { Kind, type Node } from '../tree/kinds.js';
import { staticString } from '../tree/static-name.js';
import type { SyntaxIndex } from './syntax-index.js';

/** Whether `node` is the value of an entry in a list of entries: `[['x-request-id', value]]`. */
export function isEntry(index: SyntaxIndex, pair: TSESTree.ArrayExpression, node: Node): boolean {
  const [key, value] = pair.elements;
  return (
    pair.elements.length === 2 &&
    value === node &&
    staticString(key) !== null &&
    index.parentOf(pair)?.type === Kind.ArrayExpression
  );
}
