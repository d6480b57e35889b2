import type { ConcernTargets } from '../checks/concern-targets.js';
import type { ResolvedConcern } from '../config/resolved-config.js';
import { noDeprecatedContext } from './no-deprecated-context.js';
import type { RuleDefinition } from './rule.js';
import { singleSource } from './single-source.js';

/** Every rule. Configs, docs, schemas and diagnostic codes are derived from this list. */
export const rules: readonly RuleDefinition[] = [noDeprecatedContext, singleSource];

/** The words, beside the names of a concern's symbols, that a module must contain one of for any check to see anything. */
export function wordsOf(concern: ResolvedConcern, targets: ConcernTargets): readonly string[] {
  const checks = new Set(rules.filter((rule) => rule.preset === concern.preset).flatMap((rule) => rule.checks));
  return [...new Set([...checks].flatMap((check) => check.words?.(concern, targets) ?? []))];
}
