import type { ProjectView, Workspace } from '../project/index.js';
import { rules } from '../rules/registry.js';
import type { ModuleFacts } from '../source/facts.js';
import { parseModule } from '../source/index.js';
import { ruleReports, type ReportedViolation } from './lint-module.js';
import { suppressionTest } from './suppressed.js';

/** How modules are linted as they are on disk. */
export interface SavedLintOptions {
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  /** Whether what needs a reader's judgement is reported, too. */
  readonly strict?: boolean | undefined;
}

/** What all rules report in a module as it is on disk. */
export interface SavedModule {
  readonly kind: 'linted';
  /** Relative to the workspace root, `/`-separated. */
  readonly path: string;
  /** Without its byte order mark. */
  readonly text: string;
  readonly facts: ModuleFacts;
  /** By place, then in the order of the registry. What the baseline accepts is among them. */
  readonly violations: readonly ReportedViolation[];
}

/** A module that was not linted because it does not parse. */
export interface UnreadableModule {
  readonly kind: 'unreadable';
  /** Relative to the workspace root, `/`-separated. */
  readonly path: string;
  /** Without its byte order mark. */
  readonly text: string;
  readonly message: string;
  /** In UTF-16 code units. */
  readonly offset: number;
}

/**
 * Runs all rules over a module as it is on disk, and applies the comments that switch rules off. Problems of the
 * configuration are the project's, and not repeated here.
 *
 * @param project the workspace's, of the same moment
 * @param path relative to the workspace root, `/`-separated
 * @returns `undefined` where no concern could care about it, and where it cannot be read
 * @throws {@link ParserUnavailableError} if the native parser does not load on this machine.
 */
export function lintSavedModule(
  workspace: Workspace,
  project: ProjectView,
  path: string,
  options: SavedLintOptions,
): SavedModule | UnreadableModule | undefined {
  const interests = project.savedInterests(path);
  const text = interests.size === 0 ? undefined : workspace.text(path);
  if (text === undefined) return undefined;
  const facts = project.facts(path);
  if (facts === undefined) {
    const parsed = parseModule(path, text);
    const { message, offset } = parsed.kind === 'parsed' ? { message: 'it cannot be read', offset: 0 } : parsed;
    return { kind: 'unreadable', path, text, message, offset };
  }
  const module = { facts, text, isTest: workspace.isTest(path), origins: undefined };
  const found = rules.flatMap((rule) => ruleReports(rule, module, project, interests, options));
  const isSuppressed = suppressionTest(facts.suppressions, text);
  const violations = found
    .filter((violation) => !isSuppressed(violation))
    .sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  return { kind: 'linted', path, text, facts, violations };
}
