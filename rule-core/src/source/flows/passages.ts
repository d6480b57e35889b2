import type { TSESTree } from '@typescript-eslint/types';
import { Kind, type Node } from '../tree/kinds.js';
import { memberName } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';
import { isTextual, piecesOf, readsOtherwise } from './composition.js';
import { isText, type FlowForm, type FlowState } from './flow-state.js';
import { calleeName, givesBack, isWrapper } from './names.js';
import type { SyntaxIndex } from './syntax-index.js';

const NUMERIC_CALLS: ReadonlySet<string> = new Set([
  'Number',
  'parseInt',
  'parseFloat',
  'BigInt',
  'floor',
  'round',
  'trunc',
  'abs',
  'ceil',
  'asUintN',
]);
const COPYING_CALLS: ReadonlySet<string> = new Set(['from', 'freeze', 'resolve', 'structuredClone', 'of']);
const TEXT_TO_TEXT: ReadonlySet<string> = new Set([
  'slice',
  'substring',
  'substr',
  'replace',
  'replaceAll',
  'padStart',
  'padEnd',
  'toUpperCase',
  'toLowerCase',
  'trim',
  'normalize',
  'toString',
  'valueOf',
  'concat',
  'at',
]);
const LIST_TO_LIST: ReadonlySet<string> = new Set([
  'map',
  'filter',
  'slice',
  'subarray',
  'reverse',
  'flat',
  'concat',
  'values',
  'fill',
]);
const ELEMENT_METHODS: ReadonlySet<string> = new Set([
  'charAt',
  'at',
  'substr',
  'substring',
  'charCodeAt',
  'codePointAt',
]);
/** From base 11 on digits run into letters: nobody counts like that. */
const LEAST_ENCODING_BASE = 11;
/** `2026-11-22` of a time as ISO 8601 writes it. */
const DATE_LENGTH = 10;

/**
 * How a value passes through the expression around it.
 *
 * @returns `undefined` where it does not: it is given a name there, or it is used up
 */
export function passed(index: SyntaxIndex, parent: Node, state: FlowState): FlowState | undefined {
  if (isWrapper(parent)) {
    return { ...state, node: parent };
  }
  const { node } = state;
  switch (parent.type) {
    case Kind.SpreadElement:
    case Kind.LogicalExpression:
      return { ...state, node: parent };
    case Kind.SequenceExpression:
      return parent.expressions.at(-1) === node ? { ...state, node: parent } : undefined;
    case Kind.ConditionalExpression:
      return parent.test === node ? undefined : { ...state, node: parent };
    case Kind.TemplateLiteral:
      return index.parentOf(parent)?.type === Kind.TaggedTemplateExpression ? undefined : composed(parent, state);
    case Kind.BinaryExpression:
      return throughOperator(index, parent, state);
    case Kind.UnaryExpression:
      return /^[+~-]$/u.test(parent.operator) && (state.form === 'number' || state.form === 'date')
        ? { ...state, node: parent, made: parent, form: 'number' }
        : undefined;
    case Kind.MemberExpression:
      return throughMember(index, parent, state);
    case Kind.CallExpression:
      return parent.callee === node ? undefined : asArgument(parent, state);
    case Kind.NewExpression:
      return parent.callee === node ? undefined : asConstructed(parent, state);
    case Kind.ArrayExpression:
      return { ...state, node: parent, inList: true };
    default:
      return undefined;
  }
}

/** In a template, a concatenation or the like. */
function composed(whole: Node, state: FlowState): FlowState | undefined {
  const pieces = (piecesOf(whole, true) ?? []).filter((piece) => piece !== '');
  if (readsOtherwise(pieces)) {
    return undefined;
  }
  const isAlone = pieces.length <= 1;
  if (state.form === 'pick' || state.chooses) {
    // One pick among literals samples from what is there; several make something new.
    const picks = pieces.filter((piece) => typeof piece !== 'string').length;
    return picks > 1 ? { ...state, node: whole, made: whole, form: 'composed', chooses: false } : undefined;
  }
  const form: FlowForm = isAlone ? (isText(state) ? state.form : 'plain') : 'composed';
  return { ...state, node: whole, made: whole, form, inList: false };
}

function throughOperator(
  index: SyntaxIndex,
  operation: TSESTree.BinaryExpression,
  state: FlowState,
): FlowState | undefined {
  const { left, operator, right } = operation;
  const numeric: FlowState = { ...state, node: operation, made: operation };
  const other = unwrapped(left === state.node ? right : left);
  switch (operator) {
    case '+': {
      let whole = operation;
      for (let around = index.parentOf(whole); around?.type === Kind.BinaryExpression && around.operator === '+';) {
        whole = around;
        around = index.parentOf(whole);
      }
      if (isText(state) || isTextual(whole) || state.form === 'pick') {
        return composed(whole, state);
      }
      return state.form === 'number' && state.entropy === 'random' ? numeric : undefined;
    }
    case '-':
      // What is left of a time is a duration; what is left of a time since an epoch of one's own is a time.
      return state.form === 'number' && (state.entropy !== 'clock' || isConstant(other)) ? numeric : undefined;
    case '*':
      return state.form === 'number' ? { ...numeric, chooses: state.chooses || isLength(other) } : undefined;
    case '/':
    case '%':
    case '|':
    case '^':
    case '&':
    case '<<':
    case '>>':
    case '>>>':
    case '**':
      return state.form === 'number'
        ? { ...numeric, chooses: state.chooses || (operator === '%' && isLength(other)) }
        : undefined;
    default:
      return undefined;
  }
}

function isConstant(node: Node): boolean {
  return node.type === Kind.Identifier ? /^[A-Z][A-Z\d_]*$/u.test(node.name) : node.type === Kind.Literal;
}

function isLength(node: Node): boolean {
  return node.type === Kind.MemberExpression && /^(?:length|size)$/u.test(memberName(node) ?? '');
}

function throughMember(index: SyntaxIndex, member: TSESTree.MemberExpression, state: FlowState): FlowState | undefined {
  if (member.object !== state.node) {
    return state.form === 'number' && state.entropy === 'random'
      ? { ...state, node: member, made: member, form: 'pick', chooses: false }
      : undefined;
  }
  const name = memberName(member);
  const around = index.parentOf(member);
  if (around?.type === Kind.CallExpression && around.callee === member) {
    return name === null ? undefined : calledOn(around, name, state);
  }
  if (name === 'current' || name === 'value') {
    return { ...state, node: member };
  }
  if (state.form === 'bytes') {
    return name === 'buffer'
      ? { ...state, node: member }
      : name === null || /^\d+$/u.test(name)
        ? { ...state, node: member, made: member, form: 'number' }
        : undefined;
  }
  return state.inList && name !== null && /^\d+$/u.test(name) ? { ...state, node: member, inList: false } : undefined;
}

function calledOn(call: TSESTree.CallExpression, name: string, state: FlowState): FlowState | undefined {
  const isDirect = unwrapped(state.node) === unwrapped(state.made);
  const on = (form: FlowForm): FlowState => ({ ...state, node: call, made: call, form, inList: false });
  const kept: FlowState = { ...state, node: call, made: isDirect ? call : state.made };
  if (state.inList) {
    if (name === 'join') {
      const several = (piecesOf(call) ?? []).filter((piece) => piece !== '').length > 1;
      return several ? composed(call, state) : on(state.form === 'composed' ? 'composed' : 'encoded');
    }
    return name === 'reduce' ? on('encoded') : LIST_TO_LIST.has(name) ? kept : undefined;
  }
  switch (state.form) {
    case 'date':
      return name === 'getTime' || name === 'valueOf'
        ? on('number')
        : name === 'toISOString' || name === 'toJSON'
          ? on('plain')
          : undefined;
    case 'bytes':
      if (name === 'toString') {
        return call.arguments.length === 0 ? undefined : on('encoded');
      }
      if (/^(?:toHex|toBase64|reduce)$/u.test(name)) {
        return on('encoded');
      }
      return /^read/u.test(name)
        ? on('number')
        : LIST_TO_LIST.has(name)
          ? kept
          : name === 'join'
            ? on('encoded')
            : undefined;
    case 'number':
      if (name === 'toString') {
        return on(encodes(call.arguments[0]) ? 'encoded' : 'plain');
      }
      return name === 'toFixed' || name === 'toPrecision' ? on('plain') : undefined;
    case 'pick':
      return name === 'toString' ? kept : undefined;
    default:
      return textMethod(call, name, state, kept);
  }
}

function encodes(base: Node | undefined): boolean {
  return (
    base !== undefined &&
    (base.type !== Kind.Literal || (typeof base.value === 'number' && base.value >= LEAST_ENCODING_BASE))
  );
}

function textMethod(
  call: TSESTree.CallExpression,
  name: string,
  state: FlowState,
  kept: FlowState,
): FlowState | undefined {
  const isDate = state.entropy === 'clock' && state.form === 'plain';
  if (name === 'split') {
    return isDate ? undefined : { ...kept, inList: true };
  }
  if (name === 'concat' && call.arguments.length > 0) {
    return composed(call, state);
  }
  if (isDate && /^(?:slice|substring|substr)$/u.test(name) && isDay(call)) {
    return undefined;
  }
  return TEXT_TO_TEXT.has(name) ? kept : undefined;
}

/** `.slice(0, 10)` of a time leaves a day, which is no entropy. */
function isDay({ arguments: [from, to] }: TSESTree.CallExpression): boolean {
  return (
    from?.type === Kind.Literal &&
    from.value === 0 &&
    to?.type === Kind.Literal &&
    typeof to.value === 'number' &&
    to.value <= DATE_LENGTH
  );
}

function asArgument(call: TSESTree.CallExpression, state: FlowState): FlowState | undefined {
  const name = calleeName(call);
  const callee = unwrapped(call.callee);
  const isMethod = callee.type === Kind.MemberExpression;
  if (name === 'String') {
    return state.form === 'number' || state.form === 'date'
      ? { ...state, node: call, made: call, form: 'plain' }
      : isText(state)
        ? { ...state, node: call }
        : undefined;
  }
  if (NUMERIC_CALLS.has(name)) {
    return state.form === 'bytes' || state.form === 'pick'
      ? undefined
      : { ...state, node: call, made: call, form: 'number' };
  }
  if (name === 'btoa') {
    return { ...state, node: call, made: call, form: 'encoded' };
  }
  if (isMethod && name === 'concat' && piecesOf(call) !== undefined) {
    return composed(call, state);
  }
  if (isMethod && ELEMENT_METHODS.has(name)) {
    return state.form === 'number' && state.entropy === 'random'
      ? { ...state, node: call, made: call, form: 'pick', chooses: false }
      : undefined;
  }
  // `text.replace(pattern, value)` puts the value into something else.
  const isReplacement = name === 'replace' || name === 'replaceAll';
  return COPYING_CALLS.has(name) || (givesBack(call) && !isReplacement) ? { ...state, node: call } : undefined;
}

function asConstructed(node: TSESTree.NewExpression, state: FlowState): FlowState | undefined {
  const name = calleeName(node);
  if (name === 'Date') {
    return state.entropy === 'clock' && state.form === 'number' ? { ...state, node, form: 'date' } : undefined;
  }
  return /^(?:Uint|Int)\d+Array$/u.test(name) && state.form === 'bytes' ? { ...state, node } : undefined;
}
