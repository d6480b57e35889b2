import { changedPart } from './changed-part.js';
import { indexAt, type Statement } from './statements.js';

/** What of a module an edit touches: the text of some statements, and the white space and comments around them. */
export interface Touched {
  /** The first statement that is touched, and the last one. */
  readonly first: number;
  readonly last: number;
  /** By how many UTF-16 code units the text became longer. */
  readonly shift: number;
}

/**
 * Finds what an edit touches, or several edits between which nothing counts as untouched.
 *
 * @param statements Of the text before.
 * @returns `undefined` where there are no statements, or what is touched is read with all of them.
 */
export function touchedBy(before: string, after: string, statements: readonly Statement[]): Touched | undefined {
  const { head, tail } = changedPart(before, after);
  const end = statements.length - 1;
  const first = Math.min(indexAt(statements, head - 1), end);
  const last = Math.min(indexAt(statements, before.length - tail), end);
  const isWhole = statements.slice(first, last + 1).some(({ isShared }) => isShared);
  return end < 0 || isWhole ? undefined : { first, last, shift: after.length - before.length };
}
