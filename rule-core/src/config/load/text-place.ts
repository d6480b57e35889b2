import type { Place } from '../problems.js';

const BYTE_ORDER_MARK = '\uFEFF';

/** A text without its byte order mark, which is no part of what people see or count. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text;
}

/**
 * Line and column of an offset.
 *
 * @param offset in UTF-16 code units, from the start of `text`
 */
export function placeOfOffset(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
