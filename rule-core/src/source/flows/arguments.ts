import type { TSESTree } from '@typescript-eslint/types';
import { Kind } from '../tree/kinds.js';
import { unwrapped } from '../tree/unwrapped.js';
import { composed } from './composing.js';
import { piecesOf } from './composition.js';
import { isText, type FlowState } from './flow-state.js';
import { calleeName, givesBack, isGivingBack } from './names.js';

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
const ELEMENT_METHODS: ReadonlySet<string> = new Set([
  'fromCharCode',
  'fromCodePoint',
  'charAt',
  'at',
  'substr',
  'substring',
  'charCodeAt',
  'codePointAt',
]);

/** Whether a call of this name makes a number of what is handed to it. */
export function isNumericCall(name: string): boolean {
  return NUMERIC_CALLS.has(name);
}

/** Whether a call of this name may give back a value that is handed to it, perhaps in another form. */
export function passesArgument(name: string): boolean {
  return (
    name === 'String' ||
    name === 'btoa' ||
    name === 'encodeURIComponent' ||
    name === 'concat' ||
    [NUMERIC_CALLS, COPYING_CALLS, ELEMENT_METHODS].some((names) => names.has(name)) ||
    isGivingBack(name)
  );
}

/** A value that is handed to a call which gives it back, perhaps in another form. */
export function asArgument(call: TSESTree.CallExpression, state: FlowState): FlowState | undefined {
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
  if (isNumericCall(name)) {
    return state.form === 'bytes' || state.form === 'pick'
      ? undefined
      : { ...state, node: call, made: call, form: 'number' };
  }
  if (name === 'encodeURIComponent') {
    return isText(state) ? { ...state, node: call } : undefined;
  }
  if (name === 'btoa') {
    return { ...state, node: call, made: call, form: 'encoded' };
  }
  if (isMethod && name === 'concat' && (isText(state) || piecesOf(call) !== undefined)) {
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

/** A value that something is constructed of. */
export function asConstructed(node: TSESTree.NewExpression, state: FlowState): FlowState | undefined {
  const name = calleeName(node);
  if (name === 'Date') {
    return state.entropy === 'clock' && state.form === 'number' ? { ...state, node, form: 'date' } : undefined;
  }
  return /^(?:Uint|Int)\d+Array$/u.test(name) && state.form === 'bytes' ? { ...state, node } : undefined;
}
