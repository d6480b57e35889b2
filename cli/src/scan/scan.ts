import { join } from 'node:path';
import {
  fingerprintOf,
  formatProblem,
  matchProject,
  projectBaseline,
  type BaselineEntry,
  type ConcernSurvey,
  type KnownModules,
  type Matching,
  type ProjectBaseline,
  type ProjectView,
  type ViolationIdentity,
} from '@ssot/rule-core';
import type { Finding } from './finding.js';
import type { Position } from './position.js';
import { findRoots, type Root } from './roots.js';
import { keepModules, rememberModules } from './known-modules-on-disk.js';
import { cachedVerdict, keepVerdict } from './verdict-cache.js';
import { judgeWorkspace, moduleText, type PlacedViolation, type WorkspaceVerdict } from './workspace-verdict.js';

/** What is scanned, and how. */
export interface ScanRequest {
  /** Absolute. */
  readonly cwd: string;
  /** Files and folders, absolute or relative to `cwd`. */
  readonly paths: readonly string[];
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  readonly strict: boolean;
  /** Whether the verdict of the last time may be used where nothing changed. */
  readonly cache: boolean;
  /**
   * The accepted violations by the absolute path of the baseline, where they are not those on disk: a change is judged by the
   * baseline that it started from.
   */
  readonly entries?: ReadonlyMap<string, readonly BaselineEntry[]> | undefined;
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
  /** What keeps the configuration or the baseline from working, worded for the person who has to correct it. */
  readonly problems: readonly string[];
  /** How many modules have a word of a concern. */
  readonly candidates: number;
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
 * Lints whole workspaces, as they are on disk. The whole of a workspace is looked at even if a part of it was asked for:
 * whether an accepted violation moved can be told in no other way.
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
  const verdict = workspace.lookingThrough(() => verdictOn(root, project, request, step));
  const baseline = projectBaseline(project);
  const identities = verdict.violations.map(({ identity }) => identity);
  const entries = request.entries?.get(baseline.file) ?? baseline.entries;
  const matching = matchProject(project, identities, entries);
  return {
    ...root,
    project,
    problems: [...verdict.problems, ...(baseline.problem === undefined ? [] : [formatProblem(baseline.problem)])],
    candidates: verdict.candidates,
    unreadable: verdict.unreadable
      .filter(({ path }) => root.wanted.has(path))
      .map(({ path, start, message }) => ({ file: join(workspace.root, path), start, message })),
    baseline,
    findings: findingsIn(root, verdict, matching),
    accepted: identities.map((identity, index) => ({ identity, accepted: matching.matches[index]?.entry })),
    fixed: matching.fixed,
    surveys: verdict.surveys,
  };
}

function verdictOn(root: Root, project: ProjectView, request: ScanRequest, step: () => void): WorkspaceVerdict {
  if (!request.cache) return judgeWorkspace(root, project, request, step);
  let known: KnownModules | undefined;
  const remember = (): KnownModules => (known ??= rememberModules(root.workspace));
  const cached = cachedVerdict(root, request, remember);
  if (cached !== undefined) return cached;
  const before = remember();
  const verdict = judgeWorkspace(root, project, request, step);
  keepModules(root.workspace, before);
  keepVerdict(root, request, verdict);
  return verdict;
}

function findingsIn(root: Root, { violations }: WorkspaceVerdict, { matches }: Matching): Finding[] {
  const ordinals = new Map<string, number>();
  return violations.flatMap((placed, index) => {
    const match = matches[index];
    const { identity } = placed;
    const key = JSON.stringify({ ...identity, near: '' });
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    if (!root.wanted.has(identity.path)) return [];
    return [findingOf(root, placed, match?.tier, fingerprintOf(identity, ordinal))];
  });
}

function findingOf(
  root: Root,
  { violation, identity, start, end }: PlacedViolation,
  tier: Exclude<Finding['status'], 'new'> | undefined,
  fingerprint: string,
): Finding {
  return {
    violation,
    identity,
    fingerprint,
    status: tier ?? 'new',
    isKnown: tier !== undefined,
    severity: tier !== undefined || violation.strictOnly === true ? 'warning' : 'error',
    file: join(root.workspace.root, identity.path),
    path: identity.path,
    // Read when it is shown: most formats never ask for it.
    get text() {
      return moduleText(root, identity.path);
    },
    start,
    end,
  };
}
