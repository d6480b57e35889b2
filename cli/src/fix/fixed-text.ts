import { applyEdits, combineEdits, fixFile, lintFile, type ReportedViolation } from '@ssot/rule-core';

/** Which suggestions are applied besides the fixes. */
export interface SuggestionChoice {
  /** Names of checks, rules or concerns, or `all`; none stands for none. */
  readonly suggestions: readonly string[];
}

/** Suggestions that one file may take; more would mean that they undo each other. */
const MOST = 1000;

/**
 * The text of a file after its fixes, and after the suggestions that were chosen, until there are no more.
 *
 * @param file absolute
 * @param text without its byte order mark
 */
export function fixedText(file: string, text: string, { suggestions }: SuggestionChoice): string {
  let current = fixed(file, text);
  const seen = new Set([current]);
  for (let count = 0; count < MOST && suggestions.length > 0; count++) {
    const next = withSuggestion(file, current, suggestions, seen);
    if (next === undefined) break;
    current = next;
    seen.add(current);
  }
  return current;
}

/** Whether a violation's suggestions were chosen. */
export function isChosen({ check, rule, concern }: ReportedViolation, suggestions: readonly string[]): boolean {
  return suggestions.some((name) => name === 'all' || name === check || name === rule || name === concern);
}

function fixed(file: string, text: string): string {
  return applyEdits(text, fixFile({ file, text, baseline: 'ignored' }));
}

function withSuggestion(
  file: string,
  text: string,
  suggestions: readonly string[],
  seen: ReadonlySet<string>,
): string | undefined {
  const result = lintFile({ file, text, baseline: 'ignored' });
  if (result.kind !== 'linted') return undefined;
  for (const violation of result.violations.filter((one) => isChosen(one, suggestions))) {
    // The first is the one that the rule recommends.
    const edits = combineEdits(violation.suggestions[0]?.edits ?? []);
    if (edits === undefined || edits.length === 0) continue;
    const next = fixed(file, applyEdits(text, edits));
    if (!seen.has(next)) return next;
  }
  return undefined;
}
