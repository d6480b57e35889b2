import type { Measures, State } from './measures.js';

/** Two states of a repository, side by side. */
export interface ProgressReport {
  /** What the state before is called: a ref, or the baseline. */
  readonly from: string;
  readonly concerns: readonly Change[];
  readonly owners: readonly Change[];
  /** The violations after each of some commits, the oldest first; the working tree last. */
  readonly trend: readonly TrendPoint[];
}

/** One concern or owner before and after. What is not known of a state is left out of it. */
export interface Change {
  readonly name: string;
  readonly before: Partial<Measures> | undefined;
  readonly after: Measures | undefined;
}

export interface TrendPoint {
  /** A short commit, or `working tree`. */
  readonly commit: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly violations: number;
}

/** The rows of a report's tables, in the order in which they are shown. */
export const measureNames = {
  violations: 'violations',
  implementations: 'implementations',
  connections: 'connection sites',
  migrated: 'consumers on the canonical',
} as const satisfies Partial<Record<keyof Measures, string>>;

/** Compares two states: names of either are in it. */
export function changes(before: ReadonlyMap<string, Partial<Measures>>, after: State['concerns']): Change[] {
  return [...new Set([...after.keys(), ...before.keys()])].map((name) => ({
    name,
    before: before.get(name),
    after: after.get(name),
  }));
}

/** `3 of 4` for consumers, a number for all else, `–` for what is not known. */
export function shown(measures: Partial<Measures> | undefined, name: keyof typeof measureNames): string {
  const value = measures?.[name];
  if (value === undefined) return '–';
  return name === 'migrated' ? `${value} of ${measures?.consumers ?? value}` : String(value);
}

/** `12 → 3`, or one number where it stayed. */
export function movement({ before, after }: Change, name: keyof typeof measureNames): string {
  const [from, to] = [shown(before, name), shown(after, name)];
  return from === to || from === '–' ? to : `${from} → ${to}`;
}
