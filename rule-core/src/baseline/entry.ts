import type { ViolationIdentity } from './identity.js';

/** One accepted violation: a line of the baseline. */
export interface BaselineEntry extends ViolationIdentity {
  /** Tells violations apart that are equal otherwise: 0 for the first in the file. */
  readonly ordinal: number;
  /** The day on which it was accepted, `YYYY-MM-DD` in UTC. */
  readonly since: string;
  readonly owner?: string | undefined;
  readonly reason?: string | undefined;
  /** The last day on which it is accepted, `YYYY-MM-DD` in UTC. */
  readonly expires?: string | undefined;
}

/** Order of the lines: entries of one file stand together, and two branches that accept different things merge. */
export function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  for (const key of ['path', 'concern', 'check', 'symbol', 'scope', 'hash', 'near'] as const) {
    if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1;
  }
  return a.ordinal - b.ordinal;
}

/**
 * Entries for violations, sorted; those that stand for a violation that was accepted before keep what people wrote on them.
 *
 * @param today `YYYY-MM-DD` in UTC
 */
export function entriesFor(
  violations: readonly { readonly identity: ViolationIdentity; readonly accepted: BaselineEntry | undefined }[],
  today: string,
): BaselineEntry[] {
  const counts = new Map<string, number>();
  return violations
    .map(({ identity, accepted }): BaselineEntry => {
      const key = JSON.stringify(identity);
      const ordinal = counts.get(key) ?? 0;
      counts.set(key, ordinal + 1);
      const { concern, check, symbol, path, scope, hash, near } = identity;
      return {
        path,
        concern,
        check,
        symbol,
        scope,
        hash,
        near,
        ordinal,
        since: accepted?.since ?? today,
        ...(accepted?.owner === undefined ? {} : { owner: accepted.owner }),
        ...(accepted?.reason === undefined ? {} : { reason: accepted.reason }),
        ...(accepted?.expires === undefined ? {} : { expires: accepted.expires }),
      };
    })
    .sort(compareEntries);
}
