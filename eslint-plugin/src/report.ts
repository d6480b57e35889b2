import type { Edit, ReportedViolation } from '@ssot/rule-core';
import type { Rule, SourceCode } from 'eslint';

/** A violation as ESLint reports it: its fix is one atomic change, however many edits it has. */
export function reportDescriptor(violation: ReportedViolation, sourceCode: SourceCode): Rule.ReportDescriptor {
  const [start, end] = violation.range;
  return {
    loc: { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) },
    messageId: violation.messageId,
    data: { ...violation.data },
    fix: violation.fix === null ? null : fixOf(violation.fix),
    suggest: violation.suggestions.map(({ title, edits }) => ({ desc: title, fix: fixOf(edits) })),
  };
}

function fixOf(edits: readonly Edit[]): (fixer: Rule.RuleFixer) => Rule.Fix[] {
  return (fixer) => edits.map(({ range, text }) => fixer.replaceTextRange([...range], text));
}
