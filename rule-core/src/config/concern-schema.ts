import { configSchema } from './config-schema.generated.js';
import { inlineReferences, type JsonSchema } from './json-schema.js';

/** The schema of a whole config file, without `$ref`: a path into it says where in the configuration a value stands. */
export const inlinedConfigSchema: JsonSchema = inlineReferences(configSchema);

/**
 * The schema of one rule's options: a concern, and `concern`, the name of the one in the config file that it is laid over. It
 * has no `$ref`, so that it can stand inside another schema of any draft.
 */
export const concernSchema: JsonSchema = {
  ...inlineReferences({ $ref: '#/definitions/Concern' }, configSchema.definitions),
  properties: {
    concern: {
      type: 'string',
      description: 'The concern of the config file that these options are laid over, where the rule has several.',
    },
    ...inlineReferences({ $ref: '#/definitions/Concern' }, configSchema.definitions).properties,
  },
};
