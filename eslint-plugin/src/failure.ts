import type { Rule, SourceCode } from 'eslint';

/** The message of a rule that could not do its work. */
export const failureMessages = {
  failure:
    'This file was not checked: {{reason}}. This is a bug in eslint-plugin-ssot; please report it with this message.',
} as const;

const reported = new WeakMap<SourceCode['ast'], Set<string>>();

/**
 * Reports that a rule threw, once for each file and reason: a crash of the linter would cost the user every other rule's
 * reports, and six equal messages say no more than one.
 */
export function reportFailure(context: Rule.RuleContext, error: unknown): void {
  const { ast } = context.sourceCode;
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const reasons = reported.get(ast) ?? new Set();
  reported.set(ast, reasons);
  if (reasons.has(reason)) return;
  reasons.add(reason);
  context.report({ loc: { line: 1, column: 0 }, messageId: 'failure', data: { reason } });
}
