import type { Range } from '../facts.js';

/** V8 makes a slice of this length or more a view that keeps the whole source alive. */
const SHORTEST_VIEW = 13;

/** A part of the source as a string of its own, so that a fact does not retain the source. */
export function copiedText(text: string, [start, end]: Range): string {
  return detached(text.slice(start, end));
}

/** The same characters in a string of their own. */
export function detached(part: string): string {
  return part.length < SHORTEST_VIEW ? part : ` ${part}`.slice(1);
}
