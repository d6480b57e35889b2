import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { concernSchema, configSchema, presets, type JsonSchema } from '../../../rule-core/src/config/index.js';
import { inlineReferences } from '../../../rule-core/src/config/json-schema.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

function properties(schema: JsonSchema): [string, JsonSchema][] {
  const parts = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(schema.anyOf ?? []),
    ...(typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []),
  ];
  return [...Object.entries(schema.properties ?? {}), ...parts.flatMap(properties)];
}

describe('the schema', () => {
  it('is a schema', () => {
    const ajv = new Ajv({ strict: false });
    expect(ajv.validateSchema(configSchema)).toBe(true);
    expect(ajv.validateSchema({ ...configSchema, type: 'nothing' })).toBe(false);
  });

  it('is what the type says', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-schema.mjs', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  }, 60_000);

  it('is published as the code has it', () => {
    expect(JSON.parse(readFileSync(`${root}rule-core/schema/ssot.config.schema.json`, 'utf8'))).toEqual(configSchema);
    expect(configSchema.title).toBe('ssot configuration');
  });

  it('describes every property, and allows no others', () => {
    const undescribed = [
      ...properties(configSchema),
      ...Object.values(configSchema.definitions ?? {}).flatMap(properties),
    ]
      .filter(([, schema]) => schema.description === undefined)
      .map(([name]) => name);
    expect(undescribed).toEqual([]);
    for (const schema of [configSchema, ...Object.values(configSchema.definitions ?? {})]) {
      if (schema.type === 'object') expect(schema.additionalProperties).toBe(false);
    }
  });

  it('knows the presets', () => {
    expect(configSchema.definitions?.['PresetName']?.enum).toEqual(Object.keys(presets));
    for (const [name, preset] of Object.entries(presets)) expect(preset.name).toBe(name);
  });
});

describe('the schema of rule options', () => {
  it('stands by itself and describes every property', () => {
    expect(JSON.stringify(concernSchema)).not.toContain('$ref');
    expect(properties(concernSchema).filter(([, schema]) => schema.description === undefined)).toEqual([]);
    expect(concernSchema.additionalProperties).toBe(false);
    expect(Object.keys(concernSchema.properties ?? {}).slice(0, 3)).toEqual(['concern', 'preset', 'title']);
  });

  it('works with the validator of ESLint, inside a list', () => {
    // ESLint validates with ajv 6 and the meta schema of draft 04.
    const require = createRequire(createRequire(import.meta.url).resolve('eslint/package.json'));
    const Ajv6 = require('ajv') as new (options: object) => Ajv;
    const ajv = new Ajv6({ meta: false, schemaId: 'auto', validateSchema: false, useDefaults: true });
    ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json') as object);
    const validate = ajv.compile({ type: 'array', items: [concernSchema], minItems: 0, maxItems: 1 });
    const options = [
      { concern: 'ids', replacements: ['preset', { from: 'uuid#v4', to: 'Ids.next' }], forms: { type: true } },
    ];
    expect(validate(options)).toBe(true);
    expect(options).toEqual([
      { concern: 'ids', replacements: ['preset', { from: 'uuid#v4', to: 'Ids.next' }], forms: { type: true } },
    ]);
    expect(validate([{ concerns: 'ids' }])).toBe(false);
    expect(validate([{ preset: 'x' }])).toBe(false);
  });

  it('refuses a reference to nothing', () => {
    expect(() => inlineReferences({ $ref: '#/definitions/Nope' }, {})).toThrow(
      'The schema refers to #/definitions/Nope, which does not exist.',
    );
  });
});
