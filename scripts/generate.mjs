// `npm run generate [-- --check]`: the schema, the generated parts of the rules' pages, and the README's table.
// With --check it writes nothing, and ends with status 1 if a file is not what it would be.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { ensureBuilt } from './build.mjs';
import { replaceSection } from './generated-section.mjs';
import { root, run } from './workspace.mjs';

const check = process.argv.includes('--check');

const schemaIsCurrent = run(process.execPath, ['scripts/generate-schema.mjs', ...(check ? ['--check'] : [])]);
// After the schema, which is compiled into the rules; and before the pages, which are about the rules as published.
ensureBuilt();
const { newPage, rules, rulesTable, updatedPage } = await import('./rule-pages.mjs');

/** @type {string[]} */
const stale = [];
for (const [name] of rules) await update(`rules-docs/${name}.md`, newPage(name), (page) => updatedPage(page, name));
await update('README.md', '', (page) => replaceSection(page, 'rules', rulesTable()));

if (check && stale.length > 0) console.error(`Out of date: ${stale.join(', ')}. Run npm run generate.`);
process.exitCode = schemaIsCurrent && !(check && stale.length > 0) ? 0 : 1;

/**
 * @param {string} path Relative to the root.
 * @param {string} initial The page if there is none.
 * @param {(page: string) => string} change
 */
async function update(path, initial, change) {
  const file = join(root, path);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : initial;
  const after = await format(change(before), { ...(await resolveConfig(file)), parser: 'markdown' });
  if (existsSync(file) && after === before.replaceAll('\r\n', '\n')) return;
  stale.push(path);
  if (!check) writeFileSync(file, after);
}
