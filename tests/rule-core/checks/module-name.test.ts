import { expect, it } from 'vitest';
import { moduleName } from '../../../rule-core/src/symbols/module-name.js';

it.each([
  ['src/core/id-manager.ts', 'id-manager'],
  ['src/http/index.ts', 'http'],
  ['apps/server/src/index.ts', 'server'],
  ['packages/db/src/**', 'db'],
  ['src/db/**', 'db'],
  ['src/lib.ts', 'lib'],
  ['src/lib/index.ts', 'lib'],
  ['src/**', 'src'],
  ['index.ts', 'index'],
  ['types/env.d.ts', 'env'],
])('%s is called %s', (path, name) => {
  expect(moduleName(path)).toBe(name);
});
