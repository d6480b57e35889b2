import type { Range } from '../source/facts.js';

/** Replace `range` (UTF-16 code units, into the text without its byte order mark) by `text`. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}
