import type { TSESTree } from '@typescript-eslint/types';
import type { Range } from '../facts.js';
import { Kind, type Node } from '../tree/kinds.js';
import { nameRangeOf } from '../tree/ranges.js';
import { keyName, memberName, staticString } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';
import { looksLikeText } from './composition.js';
import { isEntry } from './entries.js';
import { functionArrival, type FlowNode } from './function-arrivals.js';
import type { DraftStep } from './flow-state.js';
import { isDeclaredText } from './operators.js';
import { attributeName, calleeName, isTransparentKey } from './names.js';
import { isFunctionNode, type SyntaxIndex } from './syntax-index.js';

/** A name that something has. */
export type Called = Pick<DraftStep, 'kind' | 'name' | 'nameRange' | 'within'>;

/** Where a value is given a name, or goes on without one. */
export interface Arrival {
  /** Inner names first. */
  readonly called: readonly Called[];
  /** The expressions that have the value from then on. */
  readonly next: readonly FlowNode[];
  /** `+=`: the value is added to what is there. */
  readonly accumulates: boolean;
  /** What the value is added to is a text, as its name or declaration says. */
  readonly ontoText?: boolean;
  /** Each element of the value goes there. */
  readonly byElement?: boolean;
}

const NOWHERE: Arrival = { called: [], next: [], accumulates: false };

/** What becomes of the value of `node`, which no expression passes on. */
export function arrivalOf(index: SyntaxIndex, parent: Node, node: Node): Arrival {
  switch (parent.type) {
    case Kind.VariableDeclarator:
      return parent.init === node ? atDeclaration(index, parent) : NOWHERE;
    case Kind.AssignmentExpression:
      return parent.right === node ? atAssignment(index, parent) : NOWHERE;
    case Kind.AssignmentPattern:
      return parent.right === node && parent.left.type === Kind.Identifier ? atDefault(index, parent.left) : NOWHERE;
    case Kind.Property:
      return parent.value === node ? atProperty(index, parent) : NOWHERE;
    case Kind.PropertyDefinition:
    case Kind.AccessorProperty: {
      const name = parent.value === node ? keyName(parent.key, parent.computed) : null;
      return name === null ? NOWHERE : named('property', name, parent.key.range, index.membersOfThis(name));
    }
    case Kind.JSXExpressionContainer: {
      const attribute = index.parentOf(parent);
      return attribute?.type === Kind.JSXAttribute && !isOfElement(index, attribute)
        ? named('attribute', attributeName(attribute), attribute.name.range)
        : NOWHERE;
    }
    case Kind.ReturnStatement:
    case Kind.YieldExpression: {
      const around = index.functionAround(parent);
      return around !== undefined && isFunctionNode(around)
        ? { ...functionArrival(index, around), accumulates: false }
        : NOWHERE;
    }
    case Kind.ArrowFunctionExpression:
      return parent.body === node ? { ...functionArrival(index, parent), accumulates: false } : NOWHERE;
    case Kind.CallExpression:
      return atArgument(index, parent, node);
    case Kind.NewExpression:
      return atConstruction(index, parent, node);
    case Kind.ArrayExpression: {
      const [key] = parent.elements;
      const name = isEntry(index, parent, node) ? staticString(key) : null;
      return name === null ? NOWHERE : named('property', name, key?.range ?? parent.range);
    }
    case Kind.ForOfStatement:
      return parent.right === node ? atLoop(index, parent) : NOWHERE;
    case Kind.MemberExpression:
      return parent.object === node && memberName(parent) === 'forEach' ? atEach(index, parent) : NOWHERE;
    default:
      return NOWHERE;
  }
}

/** `<label htmlFor={id}>`: an element's own attributes tie parts of a page together, and are no one's IDs. */
function isOfElement(index: SyntaxIndex, attribute: TSESTree.JSXAttribute): boolean {
  const element = index.parentOf(attribute);
  return (
    element?.type === Kind.JSXOpeningElement &&
    element.name.type === Kind.JSXIdentifier &&
    /^[a-z]/u.test(element.name.name)
  );
}

/** `for (const byte of bytes)` */
function atLoop(index: SyntaxIndex, { left }: TSESTree.ForOfStatement): Arrival {
  const target = left.type === Kind.VariableDeclaration ? left.declarations[0].id : left;
  return target.type === Kind.Identifier ? elementsIn(index, target) : NOWHERE;
}

/** `bytes.forEach((byte) => …)` */
function atEach(index: SyntaxIndex, member: TSESTree.MemberExpression): Arrival {
  const call = index.parentOf(member);
  const callback = call?.type === Kind.CallExpression && call.callee === member ? call.arguments[0] : undefined;
  const target = callback !== undefined && isFunctionNode(callback) ? callback.params[0] : undefined;
  return target?.type === Kind.Identifier ? elementsIn(index, target) : NOWHERE;
}

function elementsIn(index: SyntaxIndex, target: TSESTree.Identifier): Arrival {
  const next = index.readsOf(index.variableOf(target)).map((node) => ({ node }));
  return { called: [], next, accumulates: false, byElement: true };
}

function named(kind: Called['kind'], name: string, nameRange: Range, next: readonly Node[] = []): Arrival {
  return {
    called: [{ kind, name, nameRange, within: null }],
    next: next.map((node) => ({ node })),
    accumulates: false,
  };
}

function atDeclaration(index: SyntaxIndex, { id, init }: TSESTree.VariableDeclarator): Arrival {
  // `const [value, setValue] = useState(…)`.
  const target = id.type === Kind.ArrayPattern ? id.elements[0] : id;
  if (target?.type !== Kind.Identifier) {
    return NOWHERE;
  }
  const value = init === null ? undefined : unwrapped(init);
  const isRef = value?.type === Kind.CallExpression && calleeName(value) === 'useRef';
  const name = isRef ? nameInRef(target.name) : target.name;
  return named('variable', name, nameRangeOf(target), index.readsOf(index.variableOf(target)));
}

/** What a ref holds, by the name of the ref: `sessionId` of `sessionIdRef`; nothing of `ref`. */
function nameInRef(name: string): string {
  return name.replace(/(?:^r|R)ef$/u, '');
}

function atAssignment(index: SyntaxIndex, { left, operator }: TSESTree.AssignmentExpression): Arrival {
  if (!/^(?:|\?\?|\|\||&&|\+)=$/u.test(operator)) {
    return NOWHERE;
  }
  const ontoText = looksLikeText(left) || isDeclaredText(index, left);
  return { ...atTarget(index, unwrapped(left)), accumulates: operator === '+=', ontoText };
}

function atTarget(index: SyntaxIndex, target: Node): Arrival {
  if (target.type === Kind.Identifier) {
    return named('variable', target.name, target.range, index.readsOf(index.variableOf(target)));
  }
  if (target.type !== Kind.MemberExpression) {
    return NOWHERE;
  }
  const name =
    memberName(target) ?? (target.property.type === Kind.PrivateIdentifier ? `#${target.property.name}` : null);
  const object = unwrapped(target.object);
  if (name === 'current' && object.type === Kind.Identifier) {
    return named('variable', nameInRef(object.name), object.range, index.readsOf(index.variableOf(object)));
  }
  if (name === null) {
    // `ids[index] = …`
    return object.type === Kind.Identifier ? named('property', object.name, object.range) : NOWHERE;
  }
  return named(
    'property',
    name,
    target.property.range,
    object.type === Kind.ThisExpression ? index.membersOfThis(name) : [],
  );
}

function atDefault(index: SyntaxIndex, target: TSESTree.Identifier): Arrival {
  return named('parameter', target.name, nameRangeOf(target), index.readsOf(index.variableOf(target)));
}

function atProperty(index: SyntaxIndex, property: TSESTree.Property): Arrival {
  const object = index.parentOf(property);
  const name = keyName(property.key, property.computed);
  if (object?.type !== Kind.ObjectExpression || name === null) {
    return NOWHERE;
  }
  return isTransparentKey(name)
    ? { ...NOWHERE, next: [{ node: object }] }
    : named('property', name, property.key.range);
}

/** Methods that put their second argument under the name that is their first. */
const NAMED_BY_ARGUMENT: ReadonlySet<string> = new Set([
  'set',
  'append',
  'setHeader',
  'header',
  'setItem',
  'setAttribute',
  'setTag',
]);

/** Whether a call of this name gives a name to a value that is handed to it: `setRunId(value)`, `headers.set('x-id', value)`. */
export function namesArgument(callee: string): boolean {
  return NAMED_BY_ARGUMENT.has(callee) || isSetter(callee);
}

function isSetter(callee: string): boolean {
  return /^set[A-Z]/u.test(callee);
}

function atArgument(index: SyntaxIndex, call: TSESTree.CallExpression, node: Node): Arrival {
  const position = call.arguments.findIndex((argument) => argument === node);
  const name = calleeName(call);
  const callee = unwrapped(call.callee);
  if (position === 1 && NAMED_BY_ARGUMENT.has(name)) {
    const key = staticString(call.arguments[0]);
    return key === null ? NOWHERE : named('argument', key, call.arguments[0]?.range ?? call.range);
  }
  if (
    position === 0 &&
    name === 'push' &&
    callee.type === Kind.MemberExpression &&
    callee.object.type === Kind.Identifier
  ) {
    return {
      ...named('variable', callee.object.name, callee.object.range, index.readsOf(index.variableOf(callee.object))),
      accumulates: true,
    };
  }
  if (isSetter(name)) {
    const held = name.charAt(3).toLowerCase() + name.slice(4);
    return position === 0 ? named('argument', held, callee.range) : NOWHERE;
  }
  return callee.type === Kind.Identifier ? atParameter(index, callee, position) : NOWHERE;
}

/** The parameter of a function of the same module that an argument becomes. */
function atParameter(index: SyntaxIndex, callee: TSESTree.Identifier, position: number): Arrival {
  const held = definitionOf(index, callee);
  return held !== undefined && isFunctionNode(held) ? intoParameter(index, held.params[position]) : NOWHERE;
}

/** The same for the constructor of a class. */
function atConstruction(index: SyntaxIndex, { arguments: given, callee }: TSESTree.NewExpression, node: Node): Arrival {
  const held = callee.type === Kind.Identifier ? definitionOf(index, callee) : undefined;
  if (held?.type !== Kind.ClassDeclaration && held?.type !== Kind.ClassExpression) {
    return NOWHERE;
  }
  const constructor = held.body.body.find(isConstructor);
  return intoParameter(index, constructor?.value.params[given.findIndex((argument) => argument === node)]);
}

function isConstructor(member: TSESTree.ClassElement): member is TSESTree.MethodDefinition {
  return member.type === Kind.MethodDefinition && member.kind === 'constructor';
}

/** What declares a name: what a variable holds, or a function or class of that name. */
function definitionOf(index: SyntaxIndex, callee: TSESTree.Identifier): Node | undefined {
  const definition = index.variableOf(callee)?.defs[0]?.node;
  return definition?.type === Kind.VariableDeclarator && definition.init !== null
    ? unwrapped(definition.init)
    : definition;
}

function intoParameter(index: SyntaxIndex, declared: TSESTree.Parameter | undefined): Arrival {
  const parameter = declared?.type === Kind.TSParameterProperty ? declared.parameter : declared;
  const target = parameter?.type === Kind.AssignmentPattern ? parameter.left : parameter;
  return target?.type === Kind.Identifier
    ? named('parameter', target.name, nameRangeOf(target), index.readsOf(index.variableOf(target)))
    : NOWHERE;
}
