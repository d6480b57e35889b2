import type { Range } from '../../source/facts.js';

/** Whether a range lies in another one. */
export function isWithin([start, end]: Range, [from, to]: Range): boolean {
  return start >= from && end <= to;
}

/** Whether a range lies in one of several. */
export function isWithinOne(range: Range, ranges: readonly Range[]): boolean {
  return ranges.some((each) => isWithin(range, each));
}
