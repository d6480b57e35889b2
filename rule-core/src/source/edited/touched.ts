import { changedPart } from './changed-part.js';
import { indexAt, type Unit } from './units.js';

/** What of a module an edit touches: the text of some units, and the white space and comments around them. */
export interface Touched {
  /** The first unit that is touched, and the last one, which is the one before it where something is put between two. */
  readonly first: number;
  readonly last: number;
  /** By how many UTF-16 code units the text became longer. */
  readonly shift: number;
}

/**
 * Finds what an edit touches, or several edits between which nothing counts as untouched.
 *
 * @param units Of the text before.
 * @returns `undefined` where there are none, or what is touched is read with all of them.
 */
export function touchedBy(before: string, after: string, units: readonly Unit[]): Touched | undefined {
  const { head, tail } = changedPart(before, after);
  const end = before.length - tail;
  const first = Math.min(indexAt(units, head - 1), units.length - 1);
  const touchedLast = Math.min(indexAt(units, end), units.length - 1);
  const next = units[touchedLast];
  // What stands in front of the end of a class does not touch it. In front of a head, it may be a decorator.
  const isBefore = next?.kind === 'frame' && isInFrontOf(next, before, head, end);
  const last = isBefore ? touchedLast - 1 : touchedLast;
  const isWhole = units.slice(first, last + 1).some(({ kind }) => kind !== 'own');
  return units.length === 0 || isWhole ? undefined : { first, last, shift: after.length - before.length };
}

function isInFrontOf({ from, range: [start] }: Unit, text: string, head: number, end: number): boolean {
  return from < head && end <= start && text.charAt(start) === '}';
}
