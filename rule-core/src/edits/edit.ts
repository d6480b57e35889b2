import type { Range } from '../source/facts.js';

/** Replace `range` (UTF-16 code units, into the text without its byte order mark) by `text`. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** A change that may alter behaviour, for a person to choose. Its title says what will change. */
export interface Suggestion {
  readonly title: string;
  readonly edits: readonly Edit[];
}
