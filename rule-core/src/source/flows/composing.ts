import type { Node } from '../tree/kinds.js';
import { piecesOf, readsOtherwise } from './composition.js';
import { isText, type FlowForm, type FlowState } from './flow-state.js';

/** A value that becomes a part of a template, a concatenation or the like; `undefined` where the whole is no ID by its literals. */
export function composed(whole: Node, state: FlowState): FlowState | undefined {
  const pieces = (piecesOf(whole, true) ?? []).filter((piece) => piece !== '');
  if (readsOtherwise(pieces)) {
    return undefined;
  }
  const isAlone = pieces.length <= 1;
  const chooses = state.chooses || state.form === 'pick';
  const form: FlowForm = isAlone ? (isText(state) ? state.form : 'plain') : 'composed';
  return { ...state, node: whole, made: whole, form, inList: false, chooses };
}
