import type { TSESTree } from '@typescript-eslint/types';
import type { Range } from '../facts.js';
import { Kind, type Node } from '../tree/kinds.js';
import { keyName } from '../tree/static-name.js';

/** One thing that a destructuring pattern reads. */
export interface PatternRead {
  /** The keys on the way to it; `[]` for the object itself: `...rest`, or a key computed at run time. */
  readonly path: readonly string[];
  /** The properties on the way to it. */
  readonly links: readonly Range[];
  /** The range of the first key on the way to it, or of the rest element. */
  readonly keyRange: Range;
  /** What it is bound or assigned to. */
  readonly target: Node;
}

/** Everything that an object pattern reads, nested patterns included, in source order. */
export function patternReads(pattern: TSESTree.ObjectPattern): PatternRead[] {
  const reads: PatternRead[] = [];
  collect(pattern, [], [], undefined, reads);
  return reads;
}

function collect(
  pattern: TSESTree.ObjectPattern,
  path: readonly string[],
  links: readonly Range[],
  firstKey: Range | undefined,
  reads: PatternRead[],
): void {
  for (const property of pattern.properties) {
    if (property.type === Kind.RestElement) {
      reads.push({ path, links, keyRange: firstKey ?? property.range, target: property.argument });
      continue;
    }
    const key = keyName(property.key, property.computed);
    const keyRange = firstKey ?? property.key.range;
    const target = withoutDefault(property.value);
    if (key === null) {
      reads.push({ path, links, keyRange, target });
    } else if (target.type === Kind.ObjectPattern && target.properties.length > 0) {
      collect(target, [...path, key], [...links, property.range], keyRange, reads);
    } else {
      reads.push({ path: [...path, key], links: [...links, property.range], keyRange, target });
    }
  }
}

/** The target of `a = 1` in a pattern. */
export function withoutDefault(node: Node): Node {
  return node.type === Kind.AssignmentPattern ? node.left : node;
}

/** The object pattern that takes `value` apart: `const { a } = value`, `({ a } = value)`, `({ a } = value) => …`. */
export function patternFor(value: Node, parent: Node): TSESTree.ObjectPattern | null {
  let target: Node | undefined;
  if (parent.type === Kind.VariableDeclarator && parent.init === value) {
    target = parent.id;
  } else if (parent.type === Kind.AssignmentExpression && parent.right === value && parent.operator === '=') {
    target = parent.left;
  } else if (parent.type === Kind.AssignmentPattern && parent.right === value) {
    target = parent.left;
  }
  return target?.type === Kind.ObjectPattern ? target : null;
}
