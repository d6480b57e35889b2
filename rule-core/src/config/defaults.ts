/** Test files where the configuration names none. The schema tells editors the same. */
export const DEFAULT_TESTS: readonly string[] = [
  '**/*.{test,spec,cy}.*',
  '**/__tests__/**',
  '**/__mocks__/**',
  '**/test-utils/**',
];

/** Where the accepted violations are, unless the configuration says otherwise. */
export const DEFAULT_BASELINE = 'ssot-baseline.jsonl';
