import type { ParsedModule } from '@ssot/rule-core';
import type { SourceCode } from 'eslint';

/**
 * The module as ESLint, or oxlint, parsed it.
 *
 * @param sourceCode Of a JavaScript or TypeScript file.
 * @param path Relative to the workspace root, `/`-separated.
 */
export function parsedSource(sourceCode: SourceCode, path: string): ParsedModule {
  return {
    path,
    text: sourceCode.text,
    // ESLint types its tree and scopes as ESTree's. Whatever parser made them, the extractor reads what the two type
    // systems have in common, and is tested on the trees of each.
    program: sourceCode.ast as unknown as ParsedModule['program'],
    scopeManager: sourceCode.scopeManager as unknown as ParsedModule['scopeManager'],
    visitorKeys: sourceCode.visitorKeys,
    comments: sourceCode.getAllComments().map(({ type, value, range }) => ({ type, value, range: range ?? [0, 0] })),
  };
}
