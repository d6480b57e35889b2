import ssot from 'eslint-plugin-ssot';
import tseslint from 'typescript-eslint';

export default [
  { files: ['**/*.{ts,tsx,mts,cts}'], languageOptions: { parser: tseslint.parser } },
  ...ssot.configs.recommended,
];
