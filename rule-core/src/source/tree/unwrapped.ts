import { Kind, type Node } from './kinds.js';

/** An expression without what changes its type only: `as`, `satisfies`, `!`, `<T>x`, `f<T>`, the frame of a `?.` chain. */
export function unwrapped(node: Node): Node {
  let current = node;
  for (;;) {
    switch (current.type) {
      case Kind.TSAsExpression:
      case Kind.TSSatisfiesExpression:
      case Kind.TSNonNullExpression:
      case Kind.TSTypeAssertion:
      case Kind.TSInstantiationExpression:
      case Kind.ChainExpression:
        current = current.expression;
        break;
      default:
        return current;
    }
  }
}

/** Whether an expression is a function that is written out. */
export function isFunctionExpression(node: Node): boolean {
  return node.type === Kind.ArrowFunctionExpression || node.type === Kind.FunctionExpression;
}
