import { relative, sep } from 'node:path';
import { DEFAULT_BASELINE, DEFAULT_TESTS } from '../defaults.js';
import type { Disk } from '../disk.js';
import type { LoadedConfig } from '../load/load-config.js';
import { conventionalModules, type ConventionalModules } from '../presets/conventional-modules.js';
import { presets } from '../presets/index.js';
import { inOrder, problemAt, type ProblemSource, type ValuePath } from '../problems.js';
import { pathFault } from '../references/module-path.js';
import type {
  CanonicalExpression,
  ConfigProblem,
  ResolvedConcern,
  ResolvedConfig,
  SymbolReference,
} from '../resolved-config.js';
import { circles } from '../semantics/dependencies.js';
import { conventionalCanonical, conventionOf } from './canonical.js';
import { draftOfPreset, draftsOf, type ConcernDraft } from './concern-draft.js';
import { withOverlay, type ConcernOverlay } from './overlay.js';
import { ConcernResolution } from './resolution.js';
import { resolveConcern } from './resolve-concern.js';

/** What a configuration is resolved from. */
export interface ConfigInput {
  /** The folder that paths are relative to. Absolute, native separators. */
  readonly root: string;
  /** The config file, or `undefined` where there is none: then the presets apply whose canonical is on disk. */
  readonly loaded: LoadedConfig | undefined;
  /** The options of a rule, laid over the concern that they are for. */
  readonly overlay?: ConcernOverlay | undefined;
  /** The disk at `root`. */
  readonly disk: Disk;
}

/** A resolved configuration, and what is wrong with it. */
export interface ConfigResolution {
  readonly config: ResolvedConfig;
  /** All problems that can be told from the configuration and the names of the files, in the order of the config file. */
  readonly problems: readonly ConfigProblem[];
  /**
   * A problem found later, at the place where its cause is written.
   *
   * @param concern the concern's name
   * @param part a reference or expression of the resolved concern, or a path in it from a field on:
   * `['canonical']`, `['accessors', 1]`, `['accessors', 'getClient']` for the entry with this text
   */
  readonly problem: (
    concern: string,
    part: SymbolReference | CanonicalExpression | ValuePath,
    message: string,
  ) => ConfigProblem;
}

/** Applies presets and options to a configuration, and resolves its references against the disk. It never throws. */
export function resolveConfig({ root, loaded, overlay, disk }: ConfigInput): ConfigResolution {
  const ignore = loaded?.config?.ignore ?? [];
  const conventional = conventionalModules(disk, ignore);
  const source: ProblemSource =
    loaded === undefined ? { name: 'ssot.config.json', place: () => undefined } : inRoot(loaded, root);

  let drafts = loaded === undefined ? presetDrafts(conventional, source) : draftsOf({ ...loaded, ...source });
  const problems = (loaded?.problems ?? []).map((problem) => ({ ...problem, file: source.name }));
  // Without a readable config file, nobody can tell what the options should be laid over.
  if (overlay !== undefined && (loaded === undefined || loaded.config !== undefined)) {
    const result = withOverlay(drafts, overlay);
    drafts = result.drafts;
    problems.push(...result.problems);
  }
  if (loaded === undefined && drafts.length === 0 && problems.length === 0) problems.push(nothingDeclared(source));
  problems.push(...fileGlobProblems(loaded, source));

  const resolutions = drafts.map((draft) => new ConcernResolution(draft, drafts, disk, ignore, conventional));
  const concerns = resolutions.map(resolveConcern);
  problems.push(...resolutions.flatMap((resolution) => resolution.problems), ...circularProblems(concerns, drafts));

  const config: ResolvedConfig = {
    root,
    file: loaded?.file,
    concerns,
    ignore,
    tests: loaded?.config?.tests ?? DEFAULT_TESTS,
    baseline: loaded?.config?.baseline ?? DEFAULT_BASELINE,
    hosts: { tsserver: loaded?.config?.hosts?.tsserver ?? 'on' },
  };
  return {
    config,
    problems: inOrder(problems),
    problem(id, part, message) {
      const resolution = resolutions.find(({ draft }) => draft.id === id);
      if (resolution === undefined) return problemAt(source, { path: ['concerns', id], message }, id);
      const path = isPath(part) ? exactPath(part, resolution.draft) : (resolution.paths.get(part) ?? []);
      return resolution.draft.problem(path, message);
    },
  };
}

function inRoot(loaded: LoadedConfig, root: string): ProblemSource {
  return { name: relative(root, loaded.file).split(sep).join('/'), place: (path, part) => loaded.place(path, part) };
}

function presetDrafts(conventional: ConventionalModules, source: ProblemSource): readonly ConcernDraft[] {
  const active = Object.values(presets).filter((preset) => conventionalCanonical(preset, { conventional }).length > 0);
  return active.map((preset) => draftOfPreset(preset, source));
}

function nothingDeclared(source: ProblemSource): ConfigProblem {
  const message =
    "no ssot.config found and none of the presets' default modules exist " +
    `(${Object.values(presets).map(conventionOf).join(', ')}). Add an ssot.config.json that names the single sources of truth, such as ` +
    '{ "concerns": { "ids": { "preset": "id-generation", "canonical": "src/core/id-manager.ts#IdManager" } } }.';
  return problemAt(source, { path: [], message }, undefined);
}

function fileGlobProblems(loaded: LoadedConfig | undefined, source: ProblemSource): ConfigProblem[] {
  const { ignore = [], tests = [], baseline } = loaded?.config ?? {};
  const texts: { path: ValuePath; text: string }[] = [
    ...ignore.map((text, index) => ({ path: ['ignore', index], text })),
    ...tests.map((text, index) => ({ path: ['tests', index], text })),
    ...(baseline === undefined ? [] : [{ path: ['baseline'], text: baseline }]),
  ];
  return texts.flatMap(({ path, text }) => {
    const message = pathFault(text);
    return message === undefined ? [] : problemAt(source, { path, message }, undefined);
  });
}

function circularProblems(concerns: readonly ResolvedConcern[], drafts: readonly ConcernDraft[]): ConfigProblem[] {
  return circles(new Map(concerns.map(({ id, dependsOn }) => [id, dependsOn]))).flatMap((circle) => {
    const draft = drafts.find(({ id }) => id === circle[0]);
    return draft === undefined
      ? []
      : draft.problem(['dependsOn'], `the concerns depend on each other in a circle: ${circle.join(' → ')}.`);
  });
}

function isPath(part: SymbolReference | CanonicalExpression | ValuePath): part is ValuePath {
  return Array.isArray(part);
}

/** A path in which texts of list entries are replaced by their positions. */
function exactPath(path: ValuePath, { fields }: ConcernDraft): ValuePath {
  const [field, entry, ...rest] = path;
  const list: unknown = Object.entries(fields).find(([name]) => name === field)?.[1];
  if (field === undefined || typeof entry !== 'string' || !Array.isArray(list)) return path;
  const index = list.indexOf(entry);
  return index === -1 ? [field] : [field, index, ...rest];
}
