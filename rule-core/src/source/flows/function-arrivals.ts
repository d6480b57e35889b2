import type { TSESTree } from '@typescript-eslint/types';
import type { Range } from '../facts.js';
import { Kind, type Node } from '../tree/kinds.js';
import { nameRangeOf } from '../tree/ranges.js';
import { keyName, memberName } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';
import type { DraftStep } from './flow-state.js';
import { calleeName, givesBack, isTransparentKey, isWrapper, keepsFunction, mapsOver } from './names.js';
import { isFunctionNode, type SyntaxIndex } from './syntax-index.js';

/** An expression that a value goes on to have. */
export interface FlowNode {
  readonly node: Node;
  /** It is a list, or a text, of such values. */
  readonly isList?: boolean;
  /** The text is made there: `template.replace(/x/g, () => …)`. */
  readonly isMade?: boolean;
}

/** What a function is called, and where what it returns goes. */
export interface FunctionArrival {
  readonly called: readonly Pick<DraftStep, 'kind' | 'name' | 'nameRange' | 'within'>[];
  readonly next: readonly FlowNode[];
}

type FunctionNode = TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression | TSESTree.FunctionDeclaration;

const NOWHERE: FunctionArrival = { called: [], next: [] };

/** What becomes of what a function returns. */
export function functionArrival(index: SyntaxIndex, fn: FunctionNode): FunctionArrival {
  if (fn.type === Kind.FunctionDeclaration) {
    return fn.id === null ? NOWHERE : ofVariable(index, fn, fn.id);
  }
  return ofHolder(index, fn, fn);
}

/** What holds a function, or a call that gives it back: `useCallback(() => …)`. */
function ofHolder(index: SyntaxIndex, fn: Node, held: Node): FunctionArrival {
  let inner = held;
  let parent = index.parentOf(inner);
  while (parent !== undefined && isWrapper(parent)) {
    inner = parent;
    parent = index.parentOf(inner);
  }
  switch (parent?.type) {
    case Kind.VariableDeclarator:
      return parent.id.type === Kind.Identifier ? ofVariable(index, parent, parent.id) : NOWHERE;
    case Kind.AssignmentExpression: {
      const target = unwrapped(parent.left);
      const name =
        target.type === Kind.MemberExpression
          ? memberName(target)
          : target.type === Kind.Identifier
            ? target.name
            : null;
      return name === null
        ? NOWHERE
        : calledFunction(
            name,
            target.type === Kind.MemberExpression ? target.property.range : target.range,
            parent.range,
          );
    }
    case Kind.MethodDefinition:
    case Kind.PropertyDefinition:
      return ofMember(index, parent);
    case Kind.Property:
      return parent.value === inner ? ofProperty(index, parent) : NOWHERE;
    case Kind.CallExpression:
      return parent.callee === inner ? { called: [], next: [{ node: parent }] } : ofArgument(index, fn, parent);
    case Kind.ReturnStatement: {
      const around = index.functionAround(parent);
      return around !== undefined && isFunctionNode(around) ? factory(index, around) : NOWHERE;
    }
    case Kind.ArrowFunctionExpression:
      return parent.body === inner ? factory(index, parent) : NOWHERE;
    default:
      return NOWHERE;
  }
}

/** `createIds = () => () => …`: what the inner function returns is what the outer one is for. */
function factory(index: SyntaxIndex, outer: FunctionNode): FunctionArrival {
  return { called: functionArrival(index, outer).called, next: [] };
}

function calledFunction(
  name: string,
  nameRange: Range,
  within: Range,
  next: readonly FlowNode[] = [],
): FunctionArrival {
  return { called: [{ kind: 'function', name, nameRange, within }], next };
}

function ofVariable(index: SyntaxIndex, declaring: Node, id: TSESTree.Identifier): FunctionArrival {
  const calls = index.readsOf(index.variableOf(id)).flatMap((read): FlowNode[] => {
    const parent = index.parentOf(read);
    return parent?.type === Kind.CallExpression && parent.callee === read ? [{ node: parent }] : [];
  });
  return calledFunction(id.name, nameRangeOf(id), declaring.range, calls);
}

function ofMember(
  index: SyntaxIndex,
  member: TSESTree.MethodDefinition | TSESTree.PropertyDefinition,
): FunctionArrival {
  const name = keyName(member.key, member.computed);
  if (
    name === null ||
    (member.type === Kind.MethodDefinition && (member.kind === 'constructor' || member.kind === 'set'))
  ) {
    return NOWHERE;
  }
  const isGetter = member.type === Kind.MethodDefinition && member.kind === 'get';
  const next = index.membersOfThis(name).flatMap((read): FlowNode[] => {
    const parent = index.parentOf(read);
    const isCalled = parent?.type === Kind.CallExpression && parent.callee === read;
    return isGetter ? [{ node: read }] : isCalled ? [{ node: parent }] : [];
  });
  const body = index.parentOf(member);
  const around = body === undefined ? undefined : index.parentOf(body);
  const className =
    around?.type === Kind.ClassDeclaration || around?.type === Kind.ClassExpression ? (around.id?.name ?? '') : '';
  return withContainer(calledFunction(name, member.key.range, member.range, next), className);
}

function ofProperty(index: SyntaxIndex, property: TSESTree.Property): FunctionArrival {
  const name = keyName(property.key, property.computed);
  const object = index.parentOf(property);
  if (name === null || object?.type !== Kind.ObjectExpression) {
    return NOWHERE;
  }
  if (isTransparentKey(name)) {
    return { called: [], next: [{ node: object }] };
  }
  return withContainer(calledFunction(name, property.key.range, property.range), containerOf(index, object));
}

/** `ids` of `const ids = { … }`, `createIds` of `function createIds() { return { … }; }`. */
function containerOf(index: SyntaxIndex, object: Node): string {
  let inner = object;
  let parent = index.parentOf(inner);
  while (parent !== undefined && isWrapper(parent)) {
    inner = parent;
    parent = index.parentOf(inner);
  }
  if (parent?.type === Kind.VariableDeclarator) {
    return parent.id.type === Kind.Identifier ? parent.id.name : '';
  }
  const around =
    parent?.type === Kind.ReturnStatement
      ? index.functionAround(parent)
      : parent?.type === Kind.ArrowFunctionExpression
        ? parent
        : undefined;
  return around !== undefined && isFunctionNode(around) ? (functionArrival(index, around).called[0]?.name ?? '') : '';
}

/** `next` of `ids.next` is called after what it belongs to, too. */
function withContainer(arrival: FunctionArrival, container: string): FunctionArrival {
  const [own] = arrival.called;
  return own === undefined || container === ''
    ? arrival
    : { ...arrival, called: [own, { ...own, name: `${container}.${own.name}` }] };
}

function ofArgument(index: SyntaxIndex, fn: Node, call: TSESTree.CallExpression): FunctionArrival {
  if (keepsFunction(call)) {
    return ofHolder(index, fn, call);
  }
  if (givesBack(call)) {
    return { called: [], next: [{ node: call, isMade: calleeName(call).startsWith('replace') }] };
  }
  return mapsOver(call) ? { called: [], next: [{ node: call, isList: true }] } : NOWHERE;
}
