/** Words that stand in most modules for something else. */
export interface DoubtfulWords {
  readonly texts: readonly string[];
  /** Whether a module with one of them may be meant; `false` only where its text makes sure that it is not. */
  isMeant(text: string): boolean;
}

/** Words of which a module's text must contain one. */
export interface CheckWords {
  /** Found anywhere. */
  readonly anywhere: readonly string[];
  /** Found anywhere; they count only in a text that is meant. */
  readonly doubtful?: DoubtfulWords | undefined;
  /** Globs of names; they count only where they are declared (`class X`, `const X`). */
  readonly declared: readonly string[];
  /** Also the names under which modules export layers over the canonical. */
  readonly layered?: boolean;
}
