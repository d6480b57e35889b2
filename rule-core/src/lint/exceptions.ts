import { globMatcher } from '../config/index.js';
import type { Exception } from '../config/config.js';
import type { ResolvedConcern } from '../config/resolved-config.js';

/** What a concern's exceptions say of one file. */
export type ExceptionVerdict =
  | { readonly kind: 'none' }
  | { readonly kind: 'excused' }
  /** Its last day is over: violations are reported again, with the reason. */
  | { readonly kind: 'expired'; readonly exception: Exception };

/**
 * @param path relative to the workspace root, `/`-separated
 * @param today `YYYY-MM-DD` in UTC; an exception holds on its last day
 */
export function exceptionFor({ exceptions }: ResolvedConcern, path: string, today: string): ExceptionVerdict {
  const matching = exceptions.filter((exception) => matcherOf(exception)(path));
  if (matching.some(({ until }) => until === undefined || until >= today)) {
    return { kind: 'excused' };
  }
  const expired = matching[0];
  return expired === undefined ? { kind: 'none' } : { kind: 'expired', exception: expired };
}

const matchers = new WeakMap<Exception, (path: string) => boolean>();

function matcherOf(exception: Exception): (path: string) => boolean {
  const matcher = matchers.get(exception) ?? globMatcher(exception.files);
  matchers.set(exception, matcher);
  return matcher;
}
