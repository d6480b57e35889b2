import { expect, it } from 'vitest';
import { rules } from '../../../rule-core/src/index.js';

it.each(rules.map((rule) => [rule.name, rule] as const))('no two messages of %s have one id', (_name, rule) => {
  const ids = rule.checks.flatMap(({ messages }) => Object.keys(messages));
  expect(ids).toEqual([...new Set(ids)]);
});
