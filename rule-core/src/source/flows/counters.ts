import type { ScopeVariable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { Kind, type Node } from '../tree/kinds.js';
import { memberName } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';
import { isFunctionNode, type SyntaxIndex } from './syntax-index.js';

/** `n++`, `n += 1`: what is counted, and the expression that counts. */
export interface Counting {
  readonly node: TSESTree.UpdateExpression | TSESTree.AssignmentExpression;
  readonly target: Node;
}

/** What an expression counts; `undefined` if it counts nothing. */
export function countingOf(node: TSESTree.UpdateExpression | TSESTree.AssignmentExpression): Counting | undefined {
  if (node.type === Kind.UpdateExpression) {
    return { node, target: unwrapped(node.argument) };
  }
  const { left, operator, right } = node;
  return operator === '+=' && right.type === Kind.Literal && typeof right.value === 'number'
    ? { node, target: unwrapped(left) }
    : undefined;
}

/**
 * The expressions that have the value of a counter which outlives the function that counts: of the module, of an object, of
 * a ref, or of a function around that returns the counting one. Any other counter numbers the data at hand.
 */
export function countedValues(index: SyntaxIndex, { node, target }: Counting): Node[] {
  const isUsed = !isStatement(index, node);
  if (target.type === Kind.Identifier) {
    const variable = index.variableOf(target);
    if (variable === undefined || !outlives(index, variable, node)) {
      return [];
    }
    const reads = index.readsOf(variable).filter((read) => read !== target && !isCounted(index, read));
    return isUsed ? [node, ...reads] : reads;
  }
  if (target.type !== Kind.MemberExpression) {
    return [];
  }
  const name =
    memberName(target) ?? (target.property.type === Kind.PrivateIdentifier ? `#${target.property.name}` : null);
  const object = unwrapped(target.object);
  if (name === 'current') {
    return isUsed ? [node] : [];
  }
  if (object.type === Kind.ThisExpression && name !== null) {
    const reads = index.membersOfThis(name).filter((read) => read !== target && !isCounted(index, read));
    return isUsed ? [node, ...reads] : reads;
  }
  // `IdSource.last++`.
  if (object.type !== Kind.Identifier || !/^[A-Z]/u.test(object.name)) {
    return [];
  }
  const reads = index.readsOf(index.variableOf(object)).flatMap((read): Node[] => {
    const member = index.parentOf(read);
    const isSame = member?.type === Kind.MemberExpression && member.object === read && memberName(member) === name;
    return isSame && member !== target && !isCounted(index, member) ? [member] : [];
  });
  return isUsed ? [node, ...reads] : reads;
}

function isStatement(index: SyntaxIndex, node: Node): boolean {
  const parent = index.parentOf(node);
  return parent?.type === Kind.ExpressionStatement || (parent?.type === Kind.ForStatement && parent.update === node);
}

/** Whether a read is the counting itself, or the other side of an assignment. */
function isCounted(index: SyntaxIndex, read: Node): boolean {
  const parent = index.parentOf(read);
  return parent?.type === Kind.UpdateExpression || (parent?.type === Kind.AssignmentExpression && parent.left === read);
}

/** Where something stands in what is gone through, and so a part of the data. */
const POSITION = /(?:^|[a-z_])(?:[iI]ndex|[iI]dx|[pP]osition|[oO]ffset)$/u;

function outlives(index: SyntaxIndex, { defs, name, scope }: ScopeVariable, node: Node): boolean {
  const declarator = defs[0]?.node;
  if (declarator?.type !== Kind.VariableDeclarator) {
    return false;
  }
  const counting = repeatedAround(index, node);
  const declaring = index.functionAround(declarator);
  if (counting === undefined || counting === declaring) {
    // A generator function keeps its locals from one value to the next.
    return counting !== undefined && isFunctionNode(counting) && counting.generator;
  }
  if (declaring === undefined) {
    return scope.block.type === Kind.Program;
  }
  if (POSITION.test(name)) {
    return false;
  }
  // A callback counts what its caller goes through; a function that is returned goes on counting.
  let outer: Node = counting;
  for (
    let around = index.functionAround(counting);
    around !== undefined && around !== declaring;
    around = index.functionAround(around)
  ) {
    outer = around;
  }
  return index.parentOf(outer)?.type !== Kind.CallExpression && !isOnlyCalled(index, outer, declaring);
}

/** What runs more than once around a node: a function, or a field of an object, which is filled anew for each. */
function repeatedAround(index: SyntaxIndex, node: Node): Node | undefined {
  let around = index.parentOf(node);
  while (around !== undefined && !isFunctionNode(around) && !isInstanceField(around)) {
    around = index.parentOf(around);
  }
  return around;
}

function isInstanceField(node: Node): boolean {
  return (node.type === Kind.PropertyDefinition || node.type === Kind.AccessorProperty) && !node.static;
}

/** Whether a function has a name that `around` itself only calls: `const flush = () => {…}; flush();`. */
function isOnlyCalled(index: SyntaxIndex, fn: Node, around: Node): boolean {
  const parent = index.parentOf(fn);
  const name =
    fn.type === Kind.FunctionDeclaration ? fn.id : parent?.type === Kind.VariableDeclarator ? parent.id : null;
  const reads = name?.type === Kind.Identifier ? index.readsOf(index.variableOf(name)) : [];
  return (
    reads.length > 0 &&
    reads.every((read) => {
      const call = index.parentOf(read);
      return call?.type === Kind.CallExpression && call.callee === read && index.functionAround(call) === around;
    })
  );
}
