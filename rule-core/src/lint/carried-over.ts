import { changedPart } from '../source/edited/changed-part.js';
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
  const { head, tail } = changedPart(before, after);
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
