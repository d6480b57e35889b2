/** The keywords of JSON schema that describe the configuration. */
export interface JsonSchema {
  $schema?: string;
  $ref?: string;
  title?: string;
  description?: string;
  type?: 'object' | 'array' | 'string' | 'boolean' | 'number';
  properties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: string[];
  const?: string;
  pattern?: string;
  minItems?: number;
  minProperties?: number;
  default?: string | string[];
  definitions?: Record<string, JsonSchema>;
}

const DEFINITION = '#/definitions/';

/**
 * A schema with every `$ref` replaced by what it refers to, so that any part of it stands by itself. What is written beside a
 * `$ref` (such as a description) wins.
 *
 * @param schema must not refer to itself
 * @param definitions what its `$ref`s name
 * @throws Error if a `$ref` names nothing
 */
export function inlineReferences(
  schema: JsonSchema,
  definitions: Readonly<Record<string, JsonSchema>> = schema.definitions ?? {},
): JsonSchema {
  const { $ref, ...own } = schema;
  delete own.definitions;
  const inline = (part: JsonSchema): JsonSchema => inlineReferences(part, definitions);
  const result: JsonSchema = $ref === undefined ? own : { ...inline(definitionOf($ref, definitions)), ...own };
  if (result.properties !== undefined) {
    result.properties = Object.fromEntries(Object.entries(result.properties).map(([key, part]) => [key, inline(part)]));
  }
  if (typeof result.additionalProperties === 'object')
    result.additionalProperties = inline(result.additionalProperties);
  if (result.items !== undefined) result.items = inline(result.items);
  if (result.anyOf !== undefined) result.anyOf = result.anyOf.map(inline);
  return result;
}

function definitionOf(reference: string, definitions: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const definition = reference.startsWith(DEFINITION) ? definitions[reference.slice(DEFINITION.length)] : undefined;
  if (definition === undefined) throw new Error(`The schema refers to ${reference}, which does not exist.`);
  return definition;
}
