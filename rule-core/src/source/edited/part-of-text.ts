import type { Range } from '../facts.js';

/** Ends the statement or the member of a class in front of it, whatever that is, and is one that says nothing. */
const SEPARATOR = '\n0;';

/** A text of which only some ranges are left, all where they were. */
export interface PartOfText {
  readonly text: string;
  /** Where statements and members stand that are not in the whole text. */
  readonly separators: ReadonlySet<number>;
}

/**
 * Puts white space in the place of all that is not in some ranges.
 *
 * @param kept In source order, not overlapping; each begins where a unit ends, or at the start of the text.
 * @returns `undefined` where there is no room to separate two of them.
 */
export function partOfText(text: string, kept: readonly Range[]): PartOfText | undefined {
  const pieces: string[] = [];
  const separators = new Set<number>();
  let position = 0;
  for (const [start, end] of kept) {
    const blank = start - position;
    if (blank > 0) {
      if (blank < SEPARATOR.length) return undefined;
      pieces.push(SEPARATOR.padEnd(blank));
      separators.add(position + SEPARATOR.indexOf('0'));
    }
    pieces.push(text.slice(start, end));
    position = end;
  }
  return { text: pieces.join(''), separators };
}
