import type { BaselineEntry, ConcernSurvey } from '@ssot/rule-core';
import type { Finding } from './finding.js';
import type { RootScan, Scan } from './scan.js';

/** Which findings are reported. */
export interface FindingFilter {
  /** Names of concerns; none stands for all. */
  readonly concerns: readonly string[];
  /** Names of rules; none stands for all. */
  readonly rules: readonly string[];
  /** Absolute paths; `undefined` for all. */
  readonly files: ReadonlySet<string> | undefined;
}

/** One concern in numbers. */
export interface ConcernSummary {
  /** The folder of its workspace, absolute, native separators. */
  readonly root: string;
  readonly survey: ConcernSurvey;
  readonly violations: number;
  readonly new: number;
  readonly known: number;
  readonly fixed: number;
  /** Consumers on the canonical alone, in percent of all: 0 to 100, rounded down, so that 100 means all. */
  readonly compliance: number;
}

/** What `check` reports, whatever the format. */
export interface CheckReport {
  /** The folder that reported paths are relative to. Absolute, native separators. */
  readonly base: string;
  /** By workspace, path and place. */
  readonly findings: readonly Finding[];
  readonly summaries: readonly ConcernSummary[];
  /** Accepted violations that are gone and whose entries wait for `ssot baseline --prune`, each with its baseline's path. */
  readonly stale: readonly { readonly entry: BaselineEntry; readonly baseline: string }[];
  readonly unreadable: Scan['roots'][number]['unreadable'];
  readonly problems: readonly string[];
  readonly files: number;
  readonly milliseconds: number;
}

/** Selects and counts what was found. */
export function checkReport(
  { roots, files }: Scan,
  filter: FindingFilter,
  { base, milliseconds }: Pick<CheckReport, 'base' | 'milliseconds'>,
): CheckReport {
  const isWanted = ({ violation, file }: Finding) =>
    isSelected(filter.concerns, violation.concern) &&
    isSelected(filter.rules, violation.rule) &&
    (filter.files?.has(file) ?? true);
  const findings = roots.flatMap((root) => root.findings.filter(isWanted));
  // A part of a workspace says nothing about what is gone elsewhere.
  const isWhole = (root: RootScan) => root.whole && filter.files === undefined;
  const staleIn = (root: RootScan) =>
    isWhole(root)
      ? root.fixed.filter((entry) => isSelected(filter.concerns, entry.concern) && hasRule(root, entry, filter))
      : [];
  return {
    base,
    findings,
    summaries: roots.flatMap((root) =>
      root.surveys
        .filter(({ concern }) => isSelected(filter.concerns, concern))
        .map((survey) => summaryOf(root, survey, findings, staleIn(root))),
    ),
    stale: roots.flatMap((root) => staleIn(root).map((entry) => ({ entry, baseline: root.baseline.file }))),
    unreadable: roots.flatMap(({ unreadable }) => unreadable),
    problems: roots.flatMap(({ problems }) => problems),
    files,
    milliseconds,
  };
}

function summaryOf(
  { workspace, findings: all }: RootScan,
  survey: ConcernSurvey,
  wanted: readonly Finding[],
  stale: readonly BaselineEntry[],
): ConcernSummary {
  const own = new Set(all);
  const findings = wanted.filter((finding) => own.has(finding) && finding.violation.concern === survey.concern);
  const known = findings.filter(({ isKnown }) => isKnown).length;
  const { consumers, migrated } = survey;
  return {
    root: workspace.root,
    survey,
    violations: findings.length,
    new: findings.length - known,
    known,
    fixed: stale.filter(({ concern }) => concern === survey.concern).length,
    compliance: consumers.length === 0 ? 100 : Math.floor((100 * migrated.length) / consumers.length),
  };
}

function hasRule({ project }: RootScan, { concern }: BaselineEntry, { rules }: FindingFilter): boolean {
  return rules.length === 0 || project.config.concerns.some(({ id }) => id === concern);
}

function isSelected(names: readonly string[], name: string): boolean {
  return names.length === 0 || names.includes(name);
}
