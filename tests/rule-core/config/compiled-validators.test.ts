import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { compiledValidators } from '../../../rule-core/src/config/validate/compiled-validators.js';
import { configValidator, optionsValidator } from '../../../rule-core/src/config/validate/validators.js';

const folder = mkdtempSync(join(tmpdir(), 'ssot-validators-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Validator {
  (value: unknown): boolean;
  readonly errors?: unknown;
}

interface Validators {
  readonly configValidator: () => Validator;
  readonly optionsValidator: () => Validator;
}

async function compiled(): Promise<Validators> {
  const file = join(folder, 'validators.mjs');
  writeFileSync(file, compiledValidators());
  // Host boundary: a module that was written a moment ago has no types.
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Validators;
}

it.each([
  [{ concerns: { ids: { canonical: 'a.ts#A' } } }, true],
  [{ concerns: { ids: { canonical: ['a.ts#A', 'b/**'], drivers: ['uuid#v4'], forms: { type: true } } } }, true],
  [{ concerns: { ids: { canonical: 'a.ts', drivers: [1] } } }, false],
  [{ concerns: { ids: { canonical: 7, preset: 'none', replacement: [] } }, tests: 'x' }, false],
  [{ concern: {} }, false],
  [[], false],
])('finds the same in a configuration as what is compiled at run time: %j', async (config, isValid) => {
  const built = (await compiled()).configValidator();
  const atRunTime = configValidator();
  expect([built(config), atRunTime(config)]).toEqual([isValid, isValid]);
  expect(built.errors).toEqual(atRunTime.errors);
});

it.each([
  [{ concern: 'ids', drivers: ['uuid#v4'] }, true],
  [{ concerns: 'ids', drivers: 'uuid#v4', exceptions: [{ files: [] }] }, false],
])('and in the options of a rule: %j', async (options, isValid) => {
  const built = (await compiled()).optionsValidator();
  const atRunTime = optionsValidator();
  expect([built(options), atRunTime(options)]).toEqual([isValid, isValid]);
  expect(built.errors).toEqual(atRunTime.errors);
});
