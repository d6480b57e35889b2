import type { Range } from '../source/facts.js';
import type { Edit } from './edit.js';

/** Sorts edits and drops repeated ones; `undefined` if two of them touch the same text. */
export function combineEdits(edits: readonly Edit[]): Edit[] | undefined {
  const sorted = [...edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  const combined: Edit[] = [];
  for (const edit of sorted) {
    const last = combined.at(-1);
    if (
      last !== undefined &&
      last.range[0] === edit.range[0] &&
      last.range[1] === edit.range[1] &&
      last.text === edit.text
    ) {
      continue;
    }
    if (last !== undefined && edit.range[0] < last.range[1]) {
      return undefined;
    }
    combined.push(edit);
  }
  return combined;
}

/** Applies edits that {@link combineEdits} made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let position = 0;
  for (const { range, text: replacement } of edits) {
    result += text.slice(position, range[0]) + replacement;
    position = range[1];
  }
  return result + text.slice(position);
}

/** Whether an edit removes a comment that its own text does not bring back. */
export function losesComment(edits: readonly Edit[], comments: readonly Range[], text: string): boolean {
  return edits.some(({ range, text: replacement }) =>
    comments.some(
      (comment) =>
        comment[0] >= range[0] && comment[1] <= range[1] && !replacement.includes(text.slice(comment[0], comment[1])),
    ),
  );
}

/** The line break that a text uses. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The white space in front of the line that holds `offset`. */
export function indentationAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[\t ]*/u.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

/** `range` with the line break behind it, where nothing else stands on its lines. */
export function wholeLines(text: string, [start, end]: Range): Range {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[\t ]*(?:\r\n|\n|$)/u.exec(text.slice(end));
  return text.slice(lineStart, start).trim() === '' && rest !== null ? [lineStart, end + rest[0].length] : [start, end];
}
