import * as eslint10 from 'eslint';
import type { Linter } from 'eslint';
import * as eslint9 from 'eslint-9';
import tseslint from 'typescript-eslint';

/** The ESLint versions that the plugin supports, by name. The two have the same interface as far as the tests use it. */
export const eslintVersions = {
  'ESLint 10': eslint10,
  // Its own declarations differ from ESLint 10's in what no test touches.
  'ESLint 9': eslint9 as unknown as typeof eslint10,
} as const;

/** The parsers that people lint JavaScript and TypeScript with. */
export const parsers = {
  'typescript-eslint': { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  // ESLint's own default.
  espree: { parserOptions: { ecmaFeatures: { jsx: true } } },
} as const satisfies Record<string, Linter.LanguageOptions>;

export type ParserName = keyof typeof parsers;

/** Whether a file of this name holds only what espree can read. */
export function isJavaScript(file: string): boolean {
  return /\.[mc]?jsx?$/.test(file);
}
