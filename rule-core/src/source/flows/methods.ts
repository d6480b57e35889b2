import type { TSESTree } from '@typescript-eslint/types';
import { Kind, type Node } from '../tree/kinds.js';
import { unwrapped } from '../tree/unwrapped.js';
import { composed } from './composing.js';
import { piecesOf } from './composition.js';
import type { FlowForm, FlowState } from './flow-state.js';

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
const DATE_TO_VALUE: ReadonlySet<string> = new Set(['getTime', 'valueOf', 'toISOString', 'toJSON']);
const NUMBER_TO_TEXT: ReadonlySet<string> = new Set(['toString', 'toFixed', 'toPrecision']);
const LIST_TO_VALUE: ReadonlySet<string> = new Set(['join', 'reduce', 'split']);

/** Whether a method of a time or a number, or of a text or list made of one, may give it on: what others give is not followed. */
export function passesReceiver(method: string): boolean {
  return [DATE_TO_VALUE, NUMBER_TO_TEXT, TEXT_TO_TEXT, LIST_TO_LIST, LIST_TO_VALUE].some((names) => names.has(method));
}

/** From base 11 on digits run into letters: nobody counts like that. */
const LEAST_ENCODING_BASE = 11;
/** `2026-11-22` of a time as ISO 8601 writes it. */
const DATE_LENGTH = 10;

/** A value one of whose methods is called. */
export function calledOn(call: TSESTree.CallExpression, name: string, state: FlowState): FlowState | undefined {
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
      return DATE_TO_VALUE.has(name) ? on(name === 'getTime' || name === 'valueOf' ? 'number' : 'plain') : undefined;
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
        return encodes(call.arguments[0]) ? { ...on('encoded'), chooses: false } : on('plain');
      }
      return NUMBER_TO_TEXT.has(name) ? on('plain') : undefined;
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
