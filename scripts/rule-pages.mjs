import ssot from 'eslint-plugin-ssot';

import { replaceSection } from './generated-section.mjs';

/**
 * @typedef {{ type?: string | string[], description?: string, enum?: unknown[], items?: Schema, anyOf?: Schema[],
 *   properties?: Record<string, Schema>, required?: string[], additionalProperties?: boolean | Schema, const?: unknown }} Schema
 */

/** Every rule by name, in the order of the registry. */
export const rules = Object.entries(ssot.rules);

/**
 * @param {string} name A rule's.
 * @returns {string} The page of a rule that has none yet.
 */
export function newPage(name) {
  return [
    '<!-- begin header -->\n<!-- end header -->',
    `<!-- What ${name} is for, with examples. -->`,
    '## Options',
    '<!-- begin options -->\n<!-- end options -->',
    '',
  ].join('\n\n');
}

/**
 * @param {string} page The page's text.
 * @param {string} name The rule's name.
 * @returns {string} The page with its generated parts up to date.
 */
export function updatedPage(page, name) {
  const rule = ssot.rules[name];
  if (rule === undefined) throw new Error(`there is no rule ${name}`);
  const configs = Object.entries(ssot.configs)
    .filter(([, [config]]) => config?.rules?.[`ssot/${name}`] !== undefined)
    .map(([config]) => `\`ssot/${config}\``);
  const header = [
    `# ssot/${name}`,
    `> ${sentence(rule.meta?.docs?.description ?? '')}`,
    `💼 On in ${configs.join(' and ')}.`,
    '🔧 Fixes with `--fix` what cannot change behaviour. 💡 Offers the rest as suggestions in the editor.',
  ].join('\n\n');
  // ESLint takes a schema for the list of options; ours has one object in it.
  const { items } = /** @type {{ items: [Schema] }} */ (rule.meta?.schema);
  return replaceSection(replaceSection(page, 'header', header), 'options', optionsTable(items[0]));
}

/** @returns {string} The table of all rules for the README. */
export function rulesTable() {
  const rows = rules.map(
    ([name, rule]) => `| [\`${name}\`](rules-docs/${name}.md) | ${sentence(rule.meta?.docs?.description ?? '')} |`,
  );
  return ['| rule | what it does |', '| --- | --- |', ...rows].join('\n');
}

/** @param {Schema} schema */
function optionsTable({ properties = {} }) {
  const rows = Object.entries(properties).map(
    ([name, schema]) => `| \`${name}\` | \`${cell(typeText(schema))}\` | ${cell(schema.description ?? '')} |`,
  );
  return ['| option | type | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/**
 * @param {Schema} schema
 * @returns {string} The type as TypeScript writes it.
 */
function typeText(schema) {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf) return schema.anyOf.map(typeText).join(' | ');
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeText({ ...schema, type })).join(' | ');
  if (schema.type === 'array') {
    const item = typeText(schema.items ?? {});
    return item.includes(' | ') ? `(${item})[]` : `${item}[]`;
  }
  if (schema.type === 'object') return objectText(schema);
  return schema.type ?? 'unknown';
}

/** @param {Schema} schema */
function objectText({ properties, required = [], additionalProperties }) {
  if (properties) {
    const members = Object.entries(properties).map(
      ([name, schema]) => `${name}${required.includes(name) ? '' : '?'}: ${typeText(schema)}`,
    );
    return `{ ${members.join('; ')} }`;
  }
  return typeof additionalProperties === 'object' ? `Record<string, ${typeText(additionalProperties)}>` : 'object';
}

/** @param {string} text */
function cell(text) {
  // A bar ends a cell even inside of code.
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** @param {string} clause */
function sentence(clause) {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
