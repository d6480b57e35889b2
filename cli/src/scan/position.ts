import { lineOf, lineStartsOf } from '@ssot/rule-core';

/** A place in a text: both numbers start at 1, the column counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** @param offset in UTF-16 code units */
export function positionAt(text: string, offset: number): Position {
  return positionIn(lineStartsOf(text), offset);
}

/**
 * @param lines where each line starts, in UTF-16 code units
 * @param offset in UTF-16 code units
 */
export function positionIn(lines: readonly number[], offset: number): Position {
  const line = lineOf(lines, offset);
  return { line: line + 1, column: offset - (lines[line] ?? 0) + 1 };
}
