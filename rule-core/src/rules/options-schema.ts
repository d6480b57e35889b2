import { concernSchema } from '../config/index.js';

/**
 * The JSON schema of a rule's options, for ESLint's `meta.schema`: at most one concern object, the same for every rule.
 */
export function optionsSchema(): Record<string, unknown> {
  const { definitions, ...concern } = concernSchema;
  return { type: 'array', minItems: 0, maxItems: 1, items: [concern], definitions };
}
