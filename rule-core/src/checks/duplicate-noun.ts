import type { ResolvedConcern } from '../config/resolved-config.js';

/** A plural, or what is done: `dates`, `logging`, but not `access` or `event bus`. */
const UNCOUNTED = /(?:[^su]s|ing)$/u;

/** What messages call a duplicate, behind `a second`: `HTTP client`, or `implementation of dates` where the title is no single thing. */
export function duplicateNoun({ noun }: ResolvedConcern): string {
  return UNCOUNTED.test(noun) ? `implementation of ${noun}` : noun;
}
