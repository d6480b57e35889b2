import { Ajv, type ValidateFunction } from 'ajv';
import type { Concern, SsotConfig } from '../config.js';
import { concernSchema, inlinedConfigSchema } from '../concern-schema.js';
import { ajvOptions } from './ajv-options.js';

/** The options of a rule: a concern, and the one in the config file that it is laid over. */
export type ConcernOptions = Concern & { concern?: string };

// The build puts the compiled functions in this module's place: compiling them takes longer than reading a configuration.
const ajv = new Ajv(ajvOptions);
let ofConfig: ValidateFunction<SsotConfig> | undefined;
let ofOptions: ValidateFunction<ConcernOptions> | undefined;

/** Checks the form of a whole configuration. */
export function configValidator(): ValidateFunction<SsotConfig> {
  return (ofConfig ??= ajv.compile<SsotConfig>(inlinedConfigSchema));
}

/** Checks the form of a rule's options. */
export function optionsValidator(): ValidateFunction<ConcernOptions> {
  return (ofOptions ??= ajv.compile<ConcernOptions>(concernSchema));
}
