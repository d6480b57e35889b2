import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { concernSchema, inlinedConfigSchema } from '../concern-schema.js';
import { ajvOptions } from './ajv-options.js';

/** The text of a module that does what `validators.ts` does, and compiles nothing: the build puts it in its place. */
export function compiledValidators(): string {
  const ajv = new Ajv({
    ...ajvOptions,
    code: { source: true, esm: true },
    schemas: { config: inlinedConfigSchema, options: concernSchema },
  });
  const functions = standaloneCode.default(ajv, { ofConfig: 'config', ofOptions: 'options' });
  return [
    functions,
    'export const configValidator = () => ofConfig;',
    'export const optionsValidator = () => ofOptions;',
  ].join('\n');
}
