import type { Range } from '../facts.js';
import { Kind, type Node } from '../tree/kinds.js';
import { memberName } from '../tree/static-name.js';

/** A name or another expression with the members that are read from it. */
export interface Chain {
  readonly path: string[];
  /** `links[i]` is the range of the chain up to and including `path[i]`. */
  readonly links: Range[];
  /** The whole chain with whatever is written around it without changing its value, such as `as any`. */
  readonly end: Node;
  /** The index in `ancestors` of the node around `end`. */
  readonly around: number;
  /** A `?.` in it. */
  readonly optional: boolean;
}

/**
 * Follows the members read from `start` outwards.
 *
 * @param ancestors The nodes around `start`, innermost last.
 * @param around The index of the node around `start`.
 */
export function readChain(start: Node, ancestors: readonly Node[], around: number): Chain {
  const path: string[] = [];
  const links: Range[] = [];
  let end = start;
  let index = around;
  let optional = false;
  for (let parent = ancestors[index]; parent !== undefined; parent = ancestors[index]) {
    const step = stepOf(parent, end);
    if (step === null) {
      break;
    }
    if (step !== '') {
      path.push(step);
      links.push(parent.range);
      optional ||= parent.type === Kind.MemberExpression && parent.optional;
    }
    end = parent;
    index--;
  }
  return { path, links, end, around: index, optional };
}

/** The member that `parent` reads from `current`; `''` if it only wraps it; `null` where the chain ends. */
function stepOf(parent: Node, current: Node): string | null {
  switch (parent.type) {
    case Kind.MemberExpression:
      return parent.object === current ? memberName(parent) : null;
    case Kind.TSQualifiedName:
      return parent.left === current ? parent.right.name : null;
    case Kind.JSXMemberExpression:
      return parent.object === current ? parent.property.name : null;
    case Kind.TSAsExpression:
    case Kind.TSSatisfiesExpression:
    case Kind.TSTypeAssertion:
    case Kind.TSInstantiationExpression:
      return parent.expression === current ? '' : null;
    case Kind.TSNonNullExpression:
    case Kind.ChainExpression:
      return '';
    default:
      return null;
  }
}
