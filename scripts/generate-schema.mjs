/**
 * Generates the JSON schema of `ssot.config.*` from the type `SsotConfig`: once published, once as a module for the code.
 *
 *     node scripts/generate-schema.mjs           writes both
 *     node scripts/generate-schema.mjs --check   writes nothing, and exits with 1 if one of them is out of date
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import { createGenerator } from 'ts-json-schema-generator';

const root = new URL('../', import.meta.url);
/** @param {string} name */
const pathOf = (name) => fileURLToPath(new URL(name, root));

const generated = createGenerator({
  path: pathOf('rule-core/src/config/config.ts'),
  tsconfig: pathOf('rule-core/tsconfig.json'),
  type: 'SsotConfig',
  topRef: false,
  jsDoc: 'extended',
  additionalProperties: false,
  // The type check belongs to tsc; here it would only cost time.
  skipTypeCheck: true,
}).createSchema('SsotConfig');

const { $schema, ...rest } = generated;
const json = JSON.stringify({ $schema, title: 'ssot configuration', ...rest });

const outputs = [
  { file: pathOf('rule-core/schema/ssot.config.schema.json'), parser: 'json', text: json },
  {
    file: pathOf('rule-core/src/config/config-schema.generated.ts'),
    parser: 'typescript',
    text: [
      '// Generated from config.ts by scripts/generate-schema.mjs. Do not edit.',
      "import type { JsonSchema } from './json-schema.js';",
      '',
      '/** The JSON schema of an `ssot.config.*` file. */',
      `export const configSchema: JsonSchema = ${json};`,
    ].join('\n'),
  },
];

const stale = [];
for (const { file, parser, text } of outputs) {
  /** @type {import('prettier').Options} */
  const style = {
    printWidth: 120,
    singleQuote: true,
    ...(await prettier.resolveConfig(file)),
    endOfLine: 'lf',
    parser,
  };
  const wanted = await prettier.format(text, style);
  if (read(file) === wanted) continue;
  if (process.argv.includes('--check')) {
    stale.push(relative(process.cwd(), file));
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, wanted);
  }
}

if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run: node scripts/generate-schema.mjs`);
  process.exitCode = 1;
}

/**
 * The text of a file with `\n` for line ends, or `undefined` where there is none.
 *
 * @param {string} file
 */
function read(file) {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
