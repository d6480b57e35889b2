import type { Edit } from '../edits/edit.js';
import type { Range } from '../source/facts.js';
import type { ReportedViolation } from './lint-module.js';

/** A text, and what was found in it. */
export interface FoundBefore {
  /** Without its byte order mark. */
  readonly text: string;
  readonly violations: readonly ReportedViolation[];
}

/**
 * The violations that still stand while a file cannot be parsed: those in its unchanged head, and those in its unchanged tail,
 * moved along. One that the change touches is left out.
 *
 * @param text What is in the file now, without its byte order mark.
 */
export function carriedOver(before: FoundBefore, text: string): ReportedViolation[] {
  const move = movedBy(before.text, text);
  return before.violations.flatMap((violation) => {
    const range = move(violation.range, 1);
    if (range === undefined) {
      return [];
    }
    const suggestions = violation.suggestions.flatMap(({ title, edits }) => {
      const moved = movedEdits(edits, move);
      return moved === undefined ? [] : [{ title, edits: moved }];
    });
    return [{ ...violation, range, fix: (violation.fix && movedEdits(violation.fix, move)) ?? null, suggestions }];
  });
}

/** Moves a range that is at least `distance` characters away from the change. */
type Move = (range: Range, distance: number) => Range | undefined;

function movedBy(before: string, after: string): Move {
  const limit = Math.min(before.length, after.length);
  let head = 0;
  while (head < limit && before.charCodeAt(head) === after.charCodeAt(head)) {
    head++;
  }
  let tail = 0;
  while (
    tail < limit - head &&
    before.charCodeAt(before.length - tail - 1) === after.charCodeAt(after.length - tail - 1)
  ) {
    tail++;
  }
  const shift = after.length - before.length;
  return (range, distance) => {
    const [start, end] = range;
    if (end + distance <= head) {
      return range;
    }
    return start - distance >= before.length - tail ? [start + shift, end + shift] : undefined;
  };
}

function movedEdits(edits: readonly Edit[], move: Move): Edit[] | undefined {
  const moved = edits.flatMap(({ range, text }) => {
    const to = move(range, 0);
    return to === undefined ? [] : [{ range: to, text }];
  });
  return moved.length === edits.length ? moved : undefined;
}
