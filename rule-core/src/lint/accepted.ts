import { identityOf, matchBaseline } from '../baseline/index.js';
import type { ProjectView, Workspace } from '../project/index.js';
import type { ModuleFacts } from '../source/facts.js';
import type { ReportedViolation } from './lint-module.js';
import { projectBaseline } from './project-baseline.js';
import { matchContext, savedMatching } from './saved-project.js';

/** The module that reports come from. */
export interface ReportingModule {
  readonly workspace: Workspace;
  /** The saved project, without the module's own unsaved text. */
  readonly project: ProjectView;
  readonly facts: ModuleFacts;
  readonly text: string;
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  readonly strict: boolean;
}

/**
 * Takes out the reports that the baseline accepts. A violation that moved here from another module is accepted, too; whether
 * it did is asked of the other modules on disk, and only if one of these reports is not accepted otherwise.
 */
export function withoutAccepted(
  reports: readonly ReportedViolation[],
  { workspace, project, facts, text, today, strict }: ReportingModule,
): ReportedViolation[] {
  const violations = reports.filter(({ check }) => check !== 'configuration');
  const { entries } = projectBaseline(project);
  if (violations.length === 0 || entries.length === 0) return [...reports];
  const identities = violations.map((violation) => identityOf(violation, facts, text));
  const concerns = new Set(identities.map(({ concern }) => concern));
  const context = matchContext(project.withModule(facts));
  const own = entries.filter(({ path, concern }) => path === facts.path && concerns.has(concern));
  let { matches } = matchBaseline(own, identities, context);
  const isOpen = matches.some((match) => match === undefined || match.tier === 'edited');
  const keys = new Set(identities.map(({ concern, hash }) => `${concern} ${hash}`));
  const mayHaveMoved = entries.some(({ path, concern, hash }) => path !== facts.path && keys.has(`${concern} ${hash}`));
  if (isOpen && (mayHaveMoved || own.length > 0)) {
    const { paths } = savedMatching(workspace, project, entries, { today, strict });
    // What is still accepted elsewhere accepts nothing here.
    const available = entries.filter(
      (entry) => concerns.has(entry.concern) && (paths.get(entry) ?? facts.path) === facts.path,
    );
    ({ matches } = matchBaseline(available, identities, context));
  }
  const accepted = new Set(violations.filter((_, index) => matches[index] !== undefined));
  return reports.filter((report) => !accepted.has(report));
}
