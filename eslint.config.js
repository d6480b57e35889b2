import eslintPlugin from 'eslint-plugin-eslint-plugin';
import ssot from 'eslint-plugin-ssot';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['**/dist/', 'coverage/', '**/fixtures/', 'benchmarks/', 'examples/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A number in a template reads the same whatever its type.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  // As it was last built: `npm run build` comes first.
  ssot.configs.recommended,
  {
    files: ['eslint-plugin/src/**'],
    extends: [eslintPlugin.configs['all-type-checked']],
    rules: {
      // The description comes from the core, the schema and the messages too: there is nothing to read in the source.
      'eslint-plugin/require-meta-docs-url': 'off',
    },
  },
);
