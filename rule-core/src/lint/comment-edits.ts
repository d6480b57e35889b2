import type { Edit } from '../edits/edit.js';
import { applyEdits, indentationAt, lineBreakOf } from '../edits/text-edits.js';
import { lineOf, lineStartsOf } from '../source/lines.js';
import type { Suppression } from '../source/facts.js';
import { lintFile, type FileRequest, type FileResult } from './lint-file.js';
import type { ReportedViolation } from './lint-module.js';

/**
 * A comment that keeps one violation from being reported, where a comment can stand: above its line, also among JSX
 * children; at the end of the line; or right in front of it. A comment that is there already is extended.
 *
 * @param request The file in which the violation was found.
 * @returns an edit of the text without its byte order mark, or `undefined` if no place is a comment's, as inside of a template
 */
export function disableLineEdit(request: FileRequest, violation: ReportedViolation): Edit | undefined {
  const before = look(request);
  const name = `ssot/${violation.rule}`;
  const line = lineOf(lineStartsOf(before.text), violation.range[0]);
  const edits = [
    ...before.suppressions.flatMap((suppression) => extended(before.text, suppression, line, name) ?? []),
    ...places(before.text, violation, `eslint-disable-next-line ${name}`, `eslint-disable-line ${name}`),
  ];
  return edits.find((edit) => {
    const after = look(withEdit(request, before.text, edit));
    return after.suppressed > before.suppressed && after.found === before.found;
  });
}

/**
 * A comment with a link, above the line of a violation or as near to it as a comment can stand.
 *
 * @returns as {@link disableLineEdit} does
 */
export function linkCommentEdit(request: FileRequest, violation: ReportedViolation, url: string): Edit | undefined {
  const before = look(request);
  return places(before.text, violation, url, url).find((edit) => {
    const after = look(withEdit(request, before.text, edit));
    return after.comments > before.comments && after.found === before.found && after.suppressed === before.suppressed;
  });
}

/** The file with a comment in it; the checker goes on speaking of the text without. */
function withEdit(request: FileRequest, text: string, edit: Edit): FileRequest {
  const { askTypes } = request;
  const [start] = edit.range;
  const without = (position: number): number => (position < start ? position : position - edit.text.length);
  return {
    ...request,
    text: applyEdits(text, [edit]),
    askTypes: askTypes && ((positions) => askTypes(positions.map(without))),
  };
}

/** What of a text tells whether a comment is one. */
interface Look {
  readonly text: string;
  readonly suppressions: readonly Suppression[];
  readonly comments: number;
  /** How many violations there are, suppressed ones included; -1 where the text does not parse. */
  readonly found: number;
  readonly suppressed: number;
}

function look(request: FileRequest): Look {
  const text = request.text.replace(/^\uFEFF/u, '');
  const result: FileResult = lintFile({ ...request, text, source: undefined });
  const facts = result.kind === 'linted' ? result.facts : undefined;
  const suppressed = result.kind === 'linted' ? result.suppressed.length : 0;
  const found = result.kind === 'linted' ? result.violations.length + suppressed : -1;
  return { text, suppressions: facts?.suppressions ?? [], comments: facts?.comments.length ?? 0, found, suppressed };
}

/** Where a comment may go, best place first; some of them may be inside of a string or a template. */
function places(text: string, { range: [start] }: ReportedViolation, above: string, beside: string): Edit[] {
  const lines = lineStartsOf(text);
  const lineStart = lines[lineOf(lines, start)] ?? 0;
  const lineEnd = lineStart + (/^[^\n\r\u2028\u2029]*/u.exec(text.slice(lineStart))?.[0].length ?? 0);
  const lineAbove = (comment: string): Edit => ({
    range: [lineStart, lineStart],
    text: `${indentationAt(text, lineEnd)}${comment}${lineBreakOf(text)}`,
  });
  return [
    lineAbove(`// ${above}`),
    lineAbove(`{/* ${above} */}`),
    { range: [lineEnd, lineEnd], text: ` // ${beside}` },
    { range: [start, start], text: `/* ${beside} */ ` },
  ];
}

/** One more rule in a comment for this line. */
function extended(text: string, { kind, range, rules }: Suppression, line: number, name: string): Edit | undefined {
  const lines = lineStartsOf(text);
  const last = rules.at(-1);
  const target =
    kind === 'disable-line' ? lineOf(lines, range[0]) : kind === 'disable-next-line' ? lineOf(lines, range[1]) + 1 : -1;
  if (last === undefined || target !== line) {
    return undefined;
  }
  const comment = text.slice(...range);
  const description = /\s-{2,}\s/u.exec(comment)?.index ?? comment.length;
  const end = range[0] + comment.lastIndexOf(last, description) + last.length;
  return { range: [end, end], text: `, ${name}` };
}
