import { rules, type Edit, type ReportedViolation } from '@ssot/rule-core';
import type ts from 'typescript';

import type { LintedFile } from '../file-linter.js';
import { FIX_ID } from './declaration.js';

/** The rules that some of the codes belong to, by name. */
export function codesOf(errorCodes: readonly number[]): ReadonlySet<string> {
  return new Set(rules.filter(({ code }) => errorCodes.includes(code)).map(({ name }) => name));
}

/** The fix of a violation, and its suggestions. */
export function quickFixActions(linted: LintedFile, { rule, fix, suggestions }: ReportedViolation): ts.CodeFixAction[] {
  const actions = suggestions.map(({ title, edits }) => fixAction(linted, title, edits));
  if (fix !== null) {
    actions.unshift({
      ...fixAction(linted, `Fix this ssot/${rule} problem`, fix),
      fixId: FIX_ID,
      fixAllDescription: 'Fix all ssot problems that are safe to fix',
    });
  }
  return actions;
}

/** One entry of the quick-fix menu. */
export function fixAction(linted: LintedFile, description: string, edits: readonly Edit[]): ts.CodeFixAction {
  return {
    fixName: FIX_ID,
    description,
    changes: [{ fileName: linted.sourceFile.fileName, textChanges: textChanges(linted, edits) }],
  };
}

/** Edits in TypeScript's terms. */
export function textChanges({ mark }: Pick<LintedFile, 'mark'>, edits: readonly Edit[]): ts.TextChange[] {
  return edits.map(({ range: [start, end], text }) => ({
    span: { start: start + mark, length: end - start },
    newText: text,
  }));
}
