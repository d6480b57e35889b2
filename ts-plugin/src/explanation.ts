import { rules, type ReportedViolation } from '@ssot/rule-core';
import type ts from 'typescript';

import packageJson from '../package.json' with { type: 'json' };

/** The page of a rule. */
export function pageOf(rule: string): string {
  return `${packageJson.homepage}/blob/main/rules-docs/${rule}.md`;
}

/** A hover that also says, with a link, what the rules are about that a name breaches. Editors show documentation as Markdown. */
export function withExplanation(info: ts.QuickInfo, violations: readonly ReportedViolation[]): ts.QuickInfo {
  const names = new Set(violations.map(({ rule }) => rule));
  const lines = rules
    .filter(({ name }) => names.has(name))
    .map(({ name, description }) => `[ssot/${name}](${pageOf(name)}): ${description}.`);
  if (lines.length === 0) {
    return info;
  }
  const before = info.documentation ?? [];
  const text = (before.length === 0 ? '' : '\n\n') + lines.join('\n\n');
  return { ...info, documentation: [...before, { kind: 'text', text }] };
}
