import type { Suppression } from '../source/facts.js';
import { lineOf, lineStartsOf } from '../source/lines.js';

/** What suppression comments are asked about. */
interface Place {
  readonly rule: string;
  readonly range: readonly [start: number, end: number];
}

/** The namespace of the rules in ESLint, and so in comments. */
const PREFIX = 'ssot/';

/**
 * Whether comments of a module switch a violation off, by ESLint's rules (`apply-disable-directives`): what counts is where
 * the violation starts. `eslint-enable` ends what came before it, for the rules it names.
 *
 * @param suppressions In source order.
 * @param text The module's text without its byte order mark; offsets are UTF-16 code units into it.
 */
export function suppressionTest(suppressions: readonly Suppression[], text: string): (place: Place) => boolean {
  if (suppressions.length === 0) {
    return () => false;
  }
  const lines = lineStartsOf(text);
  return ({ rule, range: [start] }) => {
    const line = lineOf(lines, start);
    let off = false;
    for (const { kind, range, rules } of suppressions) {
      if (rules.length > 0 && !rules.includes(PREFIX + rule)) {
        continue;
      }
      if (kind === 'off') {
        return true;
      }
      if (kind === 'disable-line' || kind === 'disable-next-line') {
        const target = kind === 'disable-line' ? lineOf(lines, range[0]) : lineOf(lines, range[1]) + 1;
        if (target === line) {
          return true;
        }
      } else if (range[0] <= start) {
        off = kind === 'disable';
      }
    }
    return off;
  };
}
