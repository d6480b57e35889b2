import type { TSESTree } from '@typescript-eslint/types';
import { Kind, type Node } from '../tree/kinds.js';
import { memberName, staticString } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';

/** A text that is put together: the literals between the holes, and the holes; `['run_', hole, '']`. */
export type Piece = string | Node;

/** Methods whose result is a text. */
const TEXT_METHODS: ReadonlySet<string> = new Set([
  'concat',
  'join',
  'padEnd',
  'padStart',
  'replace',
  'replaceAll',
  'slice',
  'substr',
  'substring',
  'toFixed',
  'toISOString',
  'toLowerCase',
  'toString',
  'toUpperCase',
  'trim',
]);

/**
 * The pieces of a template, a concatenation, `'a'.concat(b)` or `[a, b].join('_')`; `undefined` for any other expression.
 *
 * @param isKnownText A `+` joins texts although no operand of it shows that.
 */
export function piecesOf(expression: Node, isKnownText = false): readonly Piece[] | undefined {
  const node = unwrapped(expression);
  switch (node.type) {
    case Kind.TemplateLiteral:
      return node.quasis.flatMap(({ value }, index): Piece[] => {
        const hole = node.expressions[index];
        const text = value.cooked ?? value.raw;
        return hole === undefined ? [text] : [text, hole];
      });
    case Kind.BinaryExpression:
      return node.operator === '+' && (isKnownText || isTextual(node)) ? operandsOf(node).map(pieceOf) : undefined;
    case Kind.CallExpression:
      return piecesOfCall(node, isKnownText);
    default:
      return undefined;
  }
}

function piecesOfCall(call: TSESTree.CallExpression, isKnownText: boolean): readonly Piece[] | undefined {
  if (call.callee.type !== Kind.MemberExpression) {
    return undefined;
  }
  const receiver = unwrapped(call.callee.object);
  const name = memberName(call.callee);
  if (
    name === 'concat' &&
    receiver.type !== Kind.ArrayExpression &&
    call.arguments.length > 0 &&
    (isKnownText || looksLikeText(receiver))
  ) {
    return [receiver, ...call.arguments].map(pieceOf);
  }
  if (name !== 'join' || receiver.type !== Kind.ArrayExpression) {
    return undefined;
  }
  const [separator] = call.arguments;
  const text = separator === undefined ? ',' : staticString(separator);
  if (text === null) {
    return undefined;
  }
  return receiver.elements.flatMap((element, index): Piece[] => {
    const piece = element === null ? '' : pieceOf(element);
    return index === 0 ? [piece] : [text, piece];
  });
}

function pieceOf(node: Node): Piece {
  return staticString(unwrapped(node)) ?? node;
}

/** The operands of a chain of `+`, in order. */
export function operandsOf(node: Node): Node[] {
  return node.type === Kind.BinaryExpression && node.operator === '+'
    ? [...operandsOf(node.left), ...operandsOf(node.right)]
    : [node];
}

/** Whether a chain of `+` joins texts: one of its operands is one by its form alone. */
export function isTextual(node: TSESTree.BinaryExpression): boolean {
  return operandsOf(node).some(looksLikeText);
}

/** Names of things that are texts by what they are. */
const TEXT_NAME =
  /(?:[Pp]refix|[Ss]uffix|[Nn]ame|[Nn]amespace|[Ss]lug|[Kk]ind|[Ll]abel|[Ss]eparator|[Tt]ext|[a-z]Id|_id|^id|[Uu]uid)$/u;

/** Whether a name says that what it has is a text. */
export function isTextName(name: string): boolean {
  return TEXT_NAME.test(name);
}

/** Whether a method of this name gives a text, whatever it is called on. */
export function isTextMethod(name: string): boolean {
  return TEXT_METHODS.has(name);
}

/** Whether an expression is a text by its form, or by its name. */
export function looksLikeText(operand: Node): boolean {
  const node = unwrapped(operand);
  if (staticString(node) !== null || node.type === Kind.TemplateLiteral) {
    return true;
  }
  if (node.type === Kind.Identifier) {
    return isTextName(node.name);
  }
  if (node.type === Kind.MemberExpression) {
    return isTextName(memberName(node) ?? '');
  }
  if (node.type !== Kind.CallExpression) {
    return false;
  }
  const { callee } = node;
  return callee.type === Kind.MemberExpression
    ? isTextMethod(memberName(callee) ?? '')
    : callee.type === Kind.Identifier && callee.name === 'String';
}

/** What no ID has in it: white space, what URLs, selectors, markup and queries are made of. */
const NO_ID = /[\s?&=%(){}<>"'`;,]|:\/\//u;
const FILE = /\.[a-z]{1,4}(?:\d|[a-z]{1,2})?$/u;
const PATH = /^\.{0,2}\//u;

/** Whether the literal pieces of a text say that it is no ID, but a sentence, an address, a file name. */
export function readsOtherwise(pieces: readonly Piece[]): boolean {
  const last = pieces.at(-1);
  const [first] = pieces;
  return (
    pieces.some((piece) => typeof piece === 'string' && NO_ID.test(piece)) ||
    (typeof last === 'string' && FILE.test(last)) ||
    (typeof first === 'string' && PATH.test(first))
  );
}
