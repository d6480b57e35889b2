import type { Edit } from '../edits/edit.js';
import { EditedText } from '../edits/edited-text.js';
import { applyEdits } from '../edits/text-edits.js';
import { lintFile, type FileRequest } from './lint-file.js';
import type { ReportedViolation } from './lint-module.js';
import type { AskTypes } from './typed-origins.js';

/** A file whose fixes are wanted. */
export interface FixRequest extends FileRequest {
  /**
   * The host's type checker for the file with another text, as fixes leave it.
   *
   * @param text without its byte order mark
   */
  readonly typesAfter?: ((text: string) => AskTypes | undefined) | undefined;
}

/** A fix may bring a new violation into sight, but a chain of that length is a circle. */
const MAX_PASSES = 100;

/**
 * Every fix of a file, as `eslint --fix` applies them: in passes, and in each pass none that touches what another one
 * changes. Suggestions are left for people.
 *
 * @param request `source` is not used: each pass has a text of its own.
 * @returns edits of the text without its byte order mark, sorted; `[]` if there is nothing to fix
 */
export function fixFile(request: FixRequest): Edit[] {
  const edited = new EditedText(request.text.replace(/^\uFEFF/u, ''));
  const seen = new Set([edited.text]);
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const askTypes = pass === 0 ? request.askTypes : request.typesAfter?.(edited.text);
    const result = lintFile({ ...request, askTypes, source: undefined, text: edited.text });
    const edits = result.kind === 'linted' ? applicableFixes(result.violations, edited.text) : [];
    const next = applyEdits(edited.text, edits);
    if (seen.has(next)) {
      break;
    }
    seen.add(next);
    edited.apply(edits);
  }
  return edited.edits();
}

/** The fixes that can be made together: as ESLint sees it, a fix takes up everything from its first edit to its last. */
function applicableFixes(violations: readonly ReportedViolation[], text: string): Edit[] {
  const fixes = violations.flatMap(({ fix }) => (fix === null || fix.length === 0 ? [] : [sorted(fix)]));
  fixes.sort((a, b) => startOf(a) - startOf(b) || endOf(a, text) - endOf(b, text));
  const edits: Edit[] = [];
  let end = -1;
  for (const fix of fixes) {
    if (startOf(fix) > end) {
      edits.push(...fix);
      end = endOf(fix, text);
    }
  }
  return edits;
}

function sorted(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

function startOf([first]: readonly Edit[]): number {
  return first?.range[0] ?? 0;
}

function endOf(edits: readonly Edit[], text: string): number {
  return edits.at(-1)?.range[1] ?? text.length;
}
