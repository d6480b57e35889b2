import { closest, distance } from 'fastest-levenshtein';

/**
 * The candidate that was probably meant, or `undefined` if none is near. Upper and lower case count as equal; of several
 * equally near ones the first is taken.
 */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const wanted = text.toLowerCase();
  const lowered = candidates.map((candidate) => candidate.toLowerCase());
  const best = closest(wanted, lowered);
  return distance(wanted, best) <= tolerance(wanted.length) ? candidates[lowered.indexOf(best)] : undefined;
}

/** ` Did you mean "…"?`, with a space in front, or `''` if nothing is near. */
export function didYouMean(text: string, candidates: readonly string[]): string {
  const candidate = nearest(text, candidates);
  return candidate === undefined ? '' : ` Did you mean "${candidate}"?`;
}

function tolerance(length: number): number {
  if (length <= 3) return 1;
  return length <= 6 ? 2 : Math.floor(length / 3);
}
