import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import type { Forward } from '../facts.js';
import { heldObject } from '../held/held-object.js';
import { detached } from '../tree/copied-text.js';
import { Kind, type FunctionNode, type Node } from '../tree/kinds.js';
import { memberName } from '../tree/static-name.js';
import { isFunctionExpression, unwrapped } from '../tree/unwrapped.js';
import { onlyCallOf, type OnlyCall } from './only-call.js';
import { passing, type Passing } from './passed-arguments.js';

/** Wrappers of React that give back the function that they are given. */
const SAME_FUNCTION = /^(?:useCallback|useEvent|useEffectEvent|useEventCallback|useMemoizedFn)$/u;

/**
 * What a function, or an expression that yields one, only hands its calls on to.
 *
 * @param value A function, `x.f.bind(x)`, `useCallback((…) => …)`, or a member that is a function itself: `x.f`.
 * @param around The nodes around it, innermost last.
 */
export function forwardOf(context: ExtractionContext, value: Node, around: readonly Node[]): Forward | null {
  const node = unwrapped(value);
  switch (node.type) {
    case Kind.FunctionDeclaration:
    case Kind.FunctionExpression:
    case Kind.ArrowFunctionExpression:
      return ofFunction(context, node, around);
    case Kind.CallExpression: {
      const inner = sameFunction(node);
      return inner === null ? ofBind(context, node, around) : forwardOf(context, inner, around);
    }
    case Kind.MemberExpression:
      return draft(context, node, around, UNCHANGED, false, 'alias');
    default:
      return null;
  }
}

/** Whether an expression is a function, however it is made. */
export function yieldsFunction(value: Node): boolean {
  const node = unwrapped(value);
  return (
    isFunctionExpression(node) ||
    node.type === Kind.FunctionDeclaration ||
    (node.type === Kind.CallExpression && (sameFunction(node) !== null || boundMember(node) !== null))
  );
}

const UNCHANGED: Passing = { kind: 'forwarding', passed: 0, parameters: 0, adds: [], same: true };

function ofFunction(context: ExtractionContext, node: FunctionNode, around: readonly Node[]): Forward | null {
  const found = onlyCallOf(node);
  if (found === null) {
    return null;
  }
  const { callee, args } = withoutCallAndApply(found.call);
  const inside = [...around, ...found.around];
  const receiver = receiverParameter(node, callee);
  if (receiver === undefined) {
    return null;
  }
  const how = args === null ? { ...UNCHANGED, same: false } : passing(context, node, args, inside, receiver);
  if (how === null || !testsReceiver(context, found, callee)) {
    return null;
  }
  // A receiver that may be missing is guarded, too.
  const isCertain = !node.async && !isOptional(found.call);
  return draft(context, callee, inside, how, found.plain && how.same && isCertain && receiver === null, 'call');
}

/** Whether a `?.` is in the chain that a call ends. */
function isOptional(call: TSESTree.CallExpression): boolean {
  let optional = call.optional;
  for (let node = unwrapped(call.callee); node.type === Kind.MemberExpression; node = unwrapped(node.object)) {
    optional ||= node.optional;
  }
  return optional;
}

/** `x.f.bind(x)`, with or without arguments of its own. */
function ofBind(context: ExtractionContext, node: TSESTree.CallExpression, around: readonly Node[]): Forward | null {
  const member = boundMember(node);
  if (member === null) {
    return null;
  }
  const how: Passing =
    node.arguments.length > 1 ? { ...UNCHANGED, kind: 'adapting', adds: ['constants'], same: false } : UNCHANGED;
  return draft(context, member, around, how, how.same, 'bind');
}

function boundMember({ callee, arguments: [self] }: TSESTree.CallExpression): TSESTree.MemberExpression | null {
  const bind = unwrapped(callee);
  if (bind.type !== Kind.MemberExpression || memberName(bind) !== 'bind' || self === undefined) {
    return null;
  }
  const member = unwrapped(bind.object);
  return member.type === Kind.MemberExpression ? member : null;
}

function sameFunction({ callee, arguments: [first] }: TSESTree.CallExpression): Node | null {
  const target = unwrapped(callee);
  const name =
    target.type === Kind.Identifier ? target.name : target.type === Kind.MemberExpression ? memberName(target) : null;
  return name !== null && first !== undefined && SAME_FUNCTION.test(name) && isFunctionExpression(unwrapped(first))
    ? first
    : null;
}

/** Sees `f.call(self, a)` as `f(a)`; `args` is `null` for `f.apply(self, arguments)`. */
function withoutCallAndApply(call: TSESTree.CallExpression): {
  readonly callee: Node;
  readonly args: readonly Node[] | null;
} {
  const callee = unwrapped(call.callee);
  const name = callee.type === Kind.MemberExpression ? memberName(callee) : null;
  if (callee.type !== Kind.MemberExpression || unwrapped(callee.object).type !== Kind.MemberExpression) {
    return { callee, args: call.arguments };
  }
  const [, second] = call.arguments;
  if (name === 'call') {
    return { callee: unwrapped(callee.object), args: call.arguments.slice(1) };
  }
  const isAll = second?.type === Kind.Identifier;
  return name === 'apply' && isAll
    ? { callee: unwrapped(callee.object), args: null }
    : { callee, args: call.arguments };
}

/**
 * The parameter that a call is made on: `bridge` in `(bridge, x) => bridge.send(x)`.
 *
 * @returns `null` for none, `undefined` if the parameter itself is called: `(f, x) => f(x)` hands on to whatever it is given
 */
function receiverParameter(node: FunctionNode, callee: Node): TSESTree.Parameter | null | undefined {
  let root = callee;
  while (root.type === Kind.MemberExpression) {
    root = unwrapped(root.object);
  }
  const { name } = root.type === Kind.Identifier ? root : { name: '' };
  const found = node.params.find((parameter) => parameter.type === Kind.Identifier && parameter.name === name);
  return found !== undefined && root === callee ? undefined : (found ?? null);
}

/** Whether everything that is tested before the call is about its receiver. */
function testsReceiver(context: ExtractionContext, { tests }: OnlyCall, callee: Node): boolean {
  const receiver = plainText(context.text, callee.type === Kind.MemberExpression ? callee.object : callee);
  return tests.every((test) => isAbout(context, test, receiver));
}

function isAbout(context: ExtractionContext, test: Node, receiver: string): boolean {
  const node = unwrapped(test);
  switch (node.type) {
    case Kind.UnaryExpression:
      return isAbout(context, node.argument, receiver);
    case Kind.LogicalExpression:
      return isAbout(context, node.left, receiver) && isAbout(context, node.right, receiver);
    case Kind.BinaryExpression:
      return [node.left, node.right].every(
        (side) => side.type === Kind.Literal || isUndefined(side) || isAbout(context, side, receiver),
      );
    case Kind.CallExpression:
      return (
        node.arguments.length === 0 &&
        node.callee.type === Kind.MemberExpression &&
        isAbout(context, node.callee.object, receiver)
      );
    case Kind.Identifier:
    case Kind.MemberExpression: {
      const tested = plainText(context.text, node);
      return receiver === tested || receiver.startsWith(`${tested}.`) || tested.startsWith(`${receiver}.`);
    }
    default:
      return false;
  }
}

function isUndefined(node: Node): boolean {
  return node.type === Kind.Identifier && node.name === 'undefined';
}

/** The text of a chain without what does not change where it leads. */
function plainText(text: string, { range }: Node): string {
  return text.slice(...range).replaceAll(/[?!\s()]/gu, '');
}

function draft(
  context: ExtractionContext,
  callee: Node,
  around: readonly Node[],
  { adds, kind, parameters, passed }: Passing,
  plain: boolean,
  via: Forward['via'],
): Forward | null {
  const held = heldObject(context, callee, around);
  if (held.base.kind === 'unknown') {
    return null;
  }
  const isMember = callee.type === Kind.MemberExpression;
  // `const { send } = bridge` calls it without its `this`.
  const isTaken = !isMember && held.path.length > 0;
  return {
    kind,
    via,
    callee: held,
    calleeRange: isMember ? callee.property.range : callee.range,
    receiverText: isMember ? detached(plainText(context.text, callee.object)) : '',
    passed,
    parameters,
    adds,
    plain: plain && !isTaken,
  };
}
