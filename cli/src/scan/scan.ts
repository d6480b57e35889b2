import { join } from 'node:path';
import {
  fingerprintOf,
  formatProblem,
  lineStartsOf,
  lintSavedModule,
  matchModules,
  projectBaseline,
  surveyConcerns,
  type BaselineEntry,
  type ConcernSurvey,
  type ProjectBaseline,
  type ProjectView,
  type SavedModule,
  type ViolationIdentity,
} from '@ssot/rule-core';
import type { Finding } from './finding.js';
import { positionAt, positionIn, type Position } from './position.js';
import { findRoots, type Root } from './roots.js';

/** What is scanned, and how. */
export interface ScanRequest {
  /** Absolute. */
  readonly cwd: string;
  /** Files and folders, absolute or relative to `cwd`. */
  readonly paths: readonly string[];
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  readonly strict: boolean;
  /** Called with the modules that are done and those there are. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

/** A module that was not checked because it does not parse. */
export interface Unreadable {
  /** Absolute, native separators. */
  readonly file: string;
  readonly start: Position;
  readonly message: string;
}

/** What was found in one workspace. */
export interface RootScan extends Root {
  readonly project: ProjectView;
  /** What keeps the configuration from working, worded for the person who wrote it. */
  readonly problems: readonly string[];
  /** Every module with a word of a concern. */
  readonly linted: readonly SavedModule[];
  /** Modules that do not parse: they were not checked. */
  readonly unreadable: readonly Unreadable[];
  readonly baseline: ProjectBaseline;
  /** In the modules asked for, by path and place. */
  readonly findings: readonly Finding[];
  /** In all modules: what a new baseline is made of. */
  readonly accepted: readonly { readonly identity: ViolationIdentity; readonly accepted: BaselineEntry | undefined }[];
  /** Accepted violations that are gone. */
  readonly fixed: readonly BaselineEntry[];
  /** By concern, in the order of the configuration. */
  readonly surveys: readonly ConcernSurvey[];
}

/** What was found, by workspace. */
export interface Scan {
  readonly roots: readonly RootScan[];
  /** Modules that were asked for. */
  readonly files: number;
}

/**
 * Lints whole workspaces, as they are on disk. The whole of a workspace is looked at even if a part of it was asked for: whether
 * an accepted violation moved can be told in no other way.
 *
 * @throws {@link MisuseError} if a path does not exist
 */
export function scan(request: ScanRequest): Scan {
  const roots = findRoots(request.cwd, request.paths, request.today);
  const total = roots.reduce((sum, { modules }) => sum + modules.length, 0);
  let done = 0;
  const scans = roots.map((root) =>
    scanRoot(root, request, () => {
      request.progress?.(++done, total);
    }),
  );
  return { roots: scans, files: scans.reduce((sum, { wanted }) => sum + wanted.size, 0) };
}

function scanRoot(root: Root, request: ScanRequest, step: () => void): RootScan {
  const { workspace } = root;
  const project = workspace.project();
  const baseline = projectBaseline(project);
  const problems = [...project.problems, ...(baseline.problem === undefined ? [] : [baseline.problem])].map(
    formatProblem,
  );
  const linted: SavedModule[] = [];
  const unreadable: Unreadable[] = [];
  for (const path of root.modules) {
    const module = lintSavedModule(workspace, project, path, request);
    if (module?.kind === 'linted') linted.push(module);
    else if (module !== undefined && root.wanted.has(path)) {
      const { message, offset, text } = module;
      unreadable.push({ file: join(workspace.root, path), start: positionAt(text, offset), message });
    }
    step();
  }
  const { identities, matching } = matchModules(project, linted, baseline.entries);
  const findings: Finding[] = [];
  const accepted: RootScan['accepted'][number][] = [];
  const ordinals = new Map<string, number>();
  let index = 0;
  for (const module of linted) {
    const lines = lineStartsOf(module.text);
    for (const violation of module.violations) {
      const identity = identities[index];
      const match = matching.matches[index++];
      if (identity === undefined) continue;
      accepted.push({ identity, accepted: match?.entry });
      if (!root.wanted.has(module.path)) continue;
      const key = JSON.stringify({ ...identity, near: '' });
      const ordinal = ordinals.get(key) ?? 0;
      ordinals.set(key, ordinal + 1);
      findings.push({
        violation,
        identity,
        fingerprint: fingerprintOf(identity, ordinal),
        status: match?.tier ?? 'new',
        isKnown: match !== undefined,
        severity: match !== undefined || violation.strictOnly === true ? 'warning' : 'error',
        file: join(workspace.root, module.path),
        path: module.path,
        text: module.text,
        start: positionIn(lines, violation.range[0]),
        end: positionIn(lines, violation.range[1]),
      });
    }
  }
  return {
    ...root,
    project,
    problems,
    linted,
    unreadable,
    baseline,
    findings,
    accepted,
    fixed: matching.fixed,
    surveys: surveyConcerns(project, linted, (path) => workspace.isTest(path)),
  };
}
