import type { RuleDefinition } from './rule.js';

/** Stands at the end of each message: empty, or the exception that has expired. */
const EXPIRED = '{{expired}}';

/** A rule's message templates by id, with `{{name}}` placeholders, as ESLint's `meta.messages` has them. */
export function ruleMessages(rule: RuleDefinition): Record<string, string> {
  const templates = rule.checks.flatMap((check) => Object.entries(check.messages));
  return {
    ...Object.fromEntries(templates.map(([id, template]) => [id, template + EXPIRED])),
    configuration: '{{problem}}',
  };
}

/** Fills a template as ESLint does. */
export function renderMessage(template: string, data: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{\{\s*(\w+)\s*\}\}/gu, (placeholder, name: string) => data[name] ?? placeholder);
}
