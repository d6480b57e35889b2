import type { Range } from '../facts.js';
import type { Node } from './kinds.js';
import { skipTo } from './ranges.js';

/**
 * `{` to `}` of named bindings, or `null` where there are none.
 *
 * @param from Where the search starts: the statement, or the end of its default import.
 * @param end Where the specifier starts.
 * @param named The bindings between the braces.
 */
export function bracesOf(text: string, from: number, end: number, named: readonly Node[]): Range | null {
  const open = find(text, '{', from, end);
  if (open === -1) {
    return null;
  }
  const close = find(text, '}', named.at(-1)?.range[1] ?? open + 1, end);
  return close === -1 ? null : [open, close + 1];
}

function find(text: string, brace: string, from: number, end: number): number {
  const first = text.indexOf(brace, from);
  if (first === -1 || first >= end) {
    return -1;
  }
  // Only a comment can hold a brace that is none.
  const hasComment = text.slice(from, first).includes('/');
  return hasComment ? skipTo(text, from, end, (position) => text.startsWith(brace, position)) : first;
}
