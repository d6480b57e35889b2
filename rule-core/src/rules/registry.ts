import type { CheckWords } from '../checks/check.js';
import type { ConcernTargets } from '../checks/concern-targets.js';
import type { ResolvedConcern } from '../config/resolved-config.js';
import { noDeprecatedContext } from './no-deprecated-context.js';
import { noSecondIdGenerator } from './no-second-id-generator.js';
import { noSecondSupervisor } from './no-second-supervisor.js';
import { noWebSocketAdapter } from './no-websocket-adapter.js';
import type { RuleDefinition } from './rule.js';
import { singleClickhouseManager } from './single-clickhouse-manager.js';
import { singleSource } from './single-source.js';

/** Every rule. Configs, docs, schemas and diagnostic codes are derived from this list. */
export const rules: readonly RuleDefinition[] = [
  noDeprecatedContext,
  noSecondIdGenerator,
  singleClickhouseManager,
  noSecondSupervisor,
  noWebSocketAdapter,
  singleSource,
];

/** What a module's text must contain for any check to see anything in it, besides the names of the concern's symbols. */
export function wordsOf(concern: ResolvedConcern, targets: ConcernTargets): CheckWords {
  const checks = new Set(rules.filter((rule) => rule.preset === concern.preset).flatMap((rule) => rule.checks));
  const words = [...checks].map((check) => check.words?.(concern, targets) ?? {});
  return {
    anywhere: [...new Set(words.flatMap(({ anywhere = [] }) => anywhere))],
    declared: [...new Set(words.flatMap(({ declared = [] }) => declared))],
    layered: words.some(({ layered }) => layered === true),
  };
}
