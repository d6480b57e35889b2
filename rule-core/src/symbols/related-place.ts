import type { Range } from '../source/facts.js';

/** A place that explains a violation: the canonical, a twin, a line inside a declaration. */
export interface RelatedPlace {
  /** Relative to the workspace root, `/`-separated. */
  readonly path: string;
  readonly range: Range;
  readonly message: string;
}
