import { describe, expect, it } from 'vitest';
import { changedPart } from '../../../../rule-core/src/source/edited/changed-part.js';

describe('what changed between two texts', () => {
  const long = 'x'.repeat(10_000);
  it.each([
    ['', '', 0, 0],
    ['abc', 'abc', 3, 0],
    ['abc', 'abXc', 2, 1],
    ['aaa', 'aaaa', 3, 0],
    ['abc', '', 0, 0],
    ['abc', 'xbc', 0, 2],
    [`a${long}b`, `a${long}c`, 10_001, 0],
    [`a${long}b`, `c${long}b`, 0, 10_001],
    [`${long}1${long}`, `${long}2${long}`, 10_000, 10_000],
    [`${long}${long}`, `${long}Y${long}`, 10_000, 10_000],
  ])('case %#', (before, after, head, tail) => {
    expect(changedPart(before, after)).toEqual({ head, tail });
  });
});
