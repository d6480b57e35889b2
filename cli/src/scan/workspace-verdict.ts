import {
  formatProblem,
  identitiesOf,
  lineStartsOf,
  lintSavedModule,
  Surveyor,
  type ConcernSurvey,
  type ProjectView,
  type ReportedViolation,
  type SavedLintOptions,
  type SavedModule,
  type ViolationIdentity,
} from '@ssot/rule-core';
import { positionAt, positionIn, type Position } from './position.js';
import type { Root } from './roots.js';

/** A violation with its identity and place, whatever the baseline says of it. */
export interface PlacedViolation {
  readonly violation: ReportedViolation;
  readonly identity: ViolationIdentity;
  readonly start: Position;
  readonly end: Position;
}

/** What the rules say of a whole workspace: plain records, which a cache keeps. */
export interface WorkspaceVerdict {
  /** By path and place. */
  readonly violations: readonly PlacedViolation[];
  /** Modules that do not parse, by workspace path. */
  readonly unreadable: readonly { readonly path: string; readonly start: Position; readonly message: string }[];
  /** What keeps the configuration from working. */
  readonly problems: readonly string[];
  /** By concern, in the order of the configuration. */
  readonly surveys: readonly ConcernSurvey[];
  /** How many modules have a word of a concern. */
  readonly candidates: number;
}

/** Lints every module of a workspace as it is on disk. */
export function judgeWorkspace(
  { workspace, modules }: Root,
  project: ProjectView,
  options: SavedLintOptions,
  step: () => void,
): WorkspaceVerdict {
  const surveyor = new Surveyor(project);
  const violations: PlacedViolation[] = [];
  const unreadable: WorkspaceVerdict['unreadable'][number][] = [];
  let candidates = 0;
  for (const path of modules) {
    const module = lintSavedModule(workspace, project, path, options);
    const isCode = !workspace.isTest(path);
    if (module?.kind === 'linted') {
      candidates++;
      violations.push(...placed(module));
      if (isCode) surveyor.addViolations(module);
    } else if (module !== undefined) {
      unreadable.push({ path, start: positionAt(module.text, module.offset), message: module.message });
    }
    if (isCode) surveyor.addModule(path);
    step();
  }
  return {
    violations,
    unreadable,
    problems: project.problems.map(formatProblem),
    surveys: surveyor.surveys(),
    candidates,
  };
}

/** The text of a module that was judged, without its byte order mark. */
export function moduleText({ workspace }: Root, path: string): string {
  return workspace.text(path) ?? '';
}

function placed(module: SavedModule): PlacedViolation[] {
  if (module.violations.length === 0) return [];
  const identities = identitiesOf(module);
  const lines = lineStartsOf(module.text);
  return module.violations.flatMap((violation, index) => {
    const identity = identities[index];
    const [start, end] = violation.range;
    return identity === undefined
      ? []
      : [{ violation, identity, start: positionIn(lines, start), end: positionIn(lines, end) }];
  });
}
