import type { ExtractionContext } from '../extraction-context.js';
import type { Binding } from '../facts.js';
import { Kind, type FunctionNode, type Node } from '../tree/kinds.js';
import { nameRangeOf } from '../tree/ranges.js';
import { memberName } from '../tree/static-name.js';
import { isFunctionExpression } from '../tree/unwrapped.js';
import { readChain, type Chain } from '../uses/chain.js';
import { usesOfChain } from '../uses/reference.js';
import { OPAQUE, patternBindings, type Taken } from './pattern-bindings.js';

/**
 * What is taken from the module object that an expression yields.
 *
 * @param expression `require('m')`, `import('m')` or the like: the current node of the walk.
 * @param isPromise Whether it yields a promise of the module object.
 */
export function takenFrom(context: ExtractionContext, expression: Node, isPromise: boolean): Taken {
  const { ancestors } = context;
  return isPromise
    ? takenFromPromise(context, expression, ancestors.length - 1)
    : takenFromObject(context, expression, ancestors.length - 1);
}

function takenFromPromise(context: ExtractionContext, expression: Node, around: number): Taken {
  const { ancestors } = context;
  const { end, path, around: outside } = readChain(expression, ancestors, around);
  const parent = ancestors[outside];
  if (path.length === 0) {
    if (parent?.type === Kind.AwaitExpression) {
      return takenFromObject(context, parent, outside - 1);
    }
    return parent?.type === Kind.ArrayExpression ? takenFromAll(context, end, parent, outside) : OPAQUE;
  }
  if (path.length > 1 || parent?.type !== Kind.CallExpression || parent.callee !== end) {
    return OPAQUE;
  }
  const [callback] = parent.arguments;
  switch (path[0]) {
    case 'then':
      return callback !== undefined && isFunction(callback) ? takenByCallback(context, callback) : OPAQUE;
    case 'catch':
    case 'finally':
      // The promise of the module is still what comes out.
      return takenFromPromise(context, parent, outside - 1);
    default:
      return OPAQUE;
  }
}

function isFunction(node: Node): node is FunctionNode {
  return isFunctionExpression(node);
}

function takenByCallback(context: ExtractionContext, callback: FunctionNode): Taken {
  const [parameter] = callback.params;
  if (parameter === undefined) {
    return OPAQUE;
  }
  return patternBindings(context, parameter, (name) => context.names.follow(callback, name));
}

/** `const [a, { b }] = await Promise.all([import('m'), import('n')])`. */
function takenFromAll(context: ExtractionContext, element: Node, list: Node, around: number): Taken {
  const { ancestors } = context;
  const call = ancestors[around - 1];
  const awaiting = ancestors[around - 2];
  const declarator = ancestors[around - 3];
  const isAwaitedAll =
    list.type === Kind.ArrayExpression &&
    call?.type === Kind.CallExpression &&
    call.callee.type === Kind.MemberExpression &&
    call.callee.object.type === Kind.Identifier &&
    call.callee.object.name === 'Promise' &&
    memberName(call.callee) === 'all' &&
    awaiting?.type === Kind.AwaitExpression;
  if (!isAwaitedAll || declarator?.type !== Kind.VariableDeclarator || declarator.id.type !== Kind.ArrayPattern) {
    return OPAQUE;
  }
  const target = declarator.id.elements[list.elements.findIndex((item) => item === element)];
  if (target === null || target === undefined || list.elements.some((item) => item?.type === Kind.SpreadElement)) {
    return OPAQUE;
  }
  return patternBindings(context, target, (name) => context.names.follow(declarator, name));
}

function takenFromObject(context: ExtractionContext, expression: Node, around: number): Taken {
  const { ancestors } = context;
  const chain = readChain(expression, ancestors, around);
  const parent = ancestors[chain.around];
  if (parent === undefined) {
    return OPAQUE;
  }
  const [imported, ...members] = chain.path;
  if (imported === undefined) {
    return takenWhole(context, chain, parent, expression);
  }
  const range = chain.links[0] ?? expression.range;
  const holder = members.length === 0 ? holderOf(context, chain, parent) : null;
  const binding: Binding = {
    imported,
    local: holder?.name ?? null,
    exported: null,
    range,
    nameRange: holder?.range ?? range,
    typeOnly: false,
    references: holder?.references ?? usesOfChain(context, chain, parent, range, 1).references,
  };
  return { bindings: [binding], opaque: false };
}

/** The module object as it is: bound to names, used on the spot, or gone. */
function takenWhole(context: ExtractionContext, chain: Chain, parent: Node, expression: Node): Taken {
  if (parent.type === Kind.VariableDeclarator && parent.init === chain.end) {
    return patternBindings(context, parent.id, (name) => context.names.follow(parent, name));
  }
  if (parent.type === Kind.AssignmentExpression && parent.right === chain.end && parent.operator === '=') {
    return patternBindings(context, parent.left, (name, { range }) =>
      context.names.followAssigned(range[0], name, parent.left.range[1]),
    );
  }
  const held = heldAsOneOf(context, chain, expression);
  if (held !== undefined) {
    return { bindings: [held], opaque: false };
  }
  const { references } = usesOfChain(context, chain, parent, expression.range);
  if (references.every(({ role, path }) => role === 'value' && path.length === 0)) {
    return OPAQUE;
  }
  const { range } = expression;
  const binding = { imported: '*', local: null, exported: null, range, nameRange: range, typeOnly: false, references };
  return { bindings: [binding], opaque: false };
}

/**
 * The variable of `const m = given ?? require('m')`. It has no local name: what is rewritten for the one must not be for the
 * other.
 */
function heldAsOneOf({ ancestors, names }: ExtractionContext, chain: Chain, { range }: Node): Binding | undefined {
  let { around, end } = chain;
  let parent = ancestors[around];
  while (parent !== undefined && isChoice(parent, end)) {
    end = parent;
    around--;
    parent = ancestors[around];
  }
  if (end === chain.end || parent?.type !== Kind.VariableDeclarator || parent.id.type !== Kind.Identifier) {
    return undefined;
  }
  const references = names.follow(parent, parent.id.name)?.references;
  return (
    references && {
      imported: '*',
      local: null,
      exported: null,
      range,
      nameRange: nameRangeOf(parent.id),
      typeOnly: false,
      references,
    }
  );
}

/** Whether an expression has the value of one of its parts as it is: `a || b`, `a ?? b`, `c ? a : b`. */
function isChoice(node: Node, part: Node): boolean {
  return node.type === Kind.LogicalExpression
    ? node.operator !== '&&' || node.right === part
    : node.type === Kind.ConditionalExpression && node.test !== part;
}

/** The variable of `const a = require('m').a`. */
function holderOf(
  context: ExtractionContext,
  chain: Chain,
  parent: Node,
): (Pick<Binding, 'references'> & { readonly name: string; readonly range: Binding['nameRange'] }) | null {
  const target =
    parent.type === Kind.VariableDeclarator && parent.init === chain.end
      ? parent.id
      : parent.type === Kind.AssignmentExpression && parent.right === chain.end && parent.operator === '='
        ? parent.left
        : null;
  if (target?.type !== Kind.Identifier) {
    return null;
  }
  const { bindings } = patternBindings(context, target, (name) =>
    parent.type === Kind.VariableDeclarator
      ? context.names.follow(parent, name)
      : context.names.followAssigned(target.range[0], name, target.range[1]),
  );
  const [binding] = bindings;
  return binding?.local === null || binding === undefined
    ? null
    : { name: binding.local, range: binding.nameRange, references: binding.references };
}
