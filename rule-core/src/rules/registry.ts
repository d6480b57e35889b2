import type { ConcernTargets } from '../symbols/concern-targets.js';
import type { ResolvedConcern } from '../config/resolved-config.js';
import type { ConcernWords } from '../project/index.js';
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

/** What any check of a concern asks of a module's text. */
export function wordsOf(concern: ResolvedConcern, targets: ConcernTargets): ConcernWords {
  const checks = [...new Set(rules.filter((rule) => rule.preset === concern.preset).flatMap((rule) => rule.checks))];
  const words = checks.map((check) => check.words?.(concern, targets) ?? {});
  return {
    anywhere: [...new Set(words.flatMap(({ anywhere = [] }) => anywhere))],
    declared: [...new Set(words.flatMap(({ declared = [] }) => declared))],
    doubtful: [...new Set(words.flatMap(({ doubtful = [] }) => doubtful))],
    layered: words.some(({ layered }) => layered === true),
    inTests: checks.filter(({ inTests }) => inTests).map(({ symbols }) => symbols),
  };
}
