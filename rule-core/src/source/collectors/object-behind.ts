import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import { scopeAt, variableIn } from '../held/local-variables.js';
import { Kind, type Node } from '../tree/kinds.js';
import { unwrapped } from '../tree/unwrapped.js';
import { heldValue } from './values.js';

/**
 * The object literal that an expression yields: written there, kept in a local first, or memoised.
 *
 * @param around The nodes around the expression, innermost last.
 */
export function objectBehind(
  context: ExtractionContext,
  expression: Node,
  around: readonly Node[],
): TSESTree.ObjectExpression | null {
  const held = localFunction(context, heldValue(context, expression), around);
  const inner = held.type === Kind.CallExpression && isMemo(held) ? memoised(held) : heldValue(context, held);
  return inner?.type === Kind.ObjectExpression ? inner : null;
}

/** The function that a local name stands for: `function started() {…}`, `const started = useCallback(…)`. */
export function localFunction(context: ExtractionContext, node: Node, around: readonly Node[]): Node {
  if (node.type !== Kind.Identifier) {
    return node;
  }
  const definition = variableIn(scopeAt(context, around), node.name)?.defs[0]?.node;
  if (definition?.type === Kind.FunctionDeclaration) {
    return definition;
  }
  return definition?.type === Kind.VariableDeclarator && definition.init !== null ? unwrapped(definition.init) : node;
}

/** What the last statement returns. */
export function returnedLast(statements: readonly Node[]): Node | null {
  const last = statements.at(-1);
  return last?.type === Kind.ReturnStatement ? last.argument : null;
}

/** `useMemo(() => ({ … }), [])`. */
function isMemo({ callee }: TSESTree.CallExpression): boolean {
  const target = unwrapped(callee);
  return (
    (target.type === Kind.Identifier && target.name === 'useMemo') ||
    (target.type === Kind.MemberExpression &&
      target.property.type === Kind.Identifier &&
      target.property.name === 'useMemo')
  );
}

function memoised({ arguments: [first] }: TSESTree.CallExpression): Node | null {
  const node = first === undefined ? null : unwrapped(first);
  if (node?.type !== Kind.ArrowFunctionExpression && node?.type !== Kind.FunctionExpression) {
    return null;
  }
  const value = node.body.type === Kind.BlockStatement ? returnedLast(node.body.body) : node.body;
  return value === null ? null : unwrapped(value);
}
