import { expect, it } from 'vitest';
import { formatBytes, labelOf } from './format';

it('formats sizes', () => {
  expect(formatBytes(0)).toBe('0.0 B');
  expect(formatBytes(1536)).toBe('1.5 KiB');
});

it('labels partitions', () => {
  expect(labelOf('2025-03-04_billing')).toBe('billing');
});
