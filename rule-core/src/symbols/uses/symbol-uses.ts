import type { ResolvedConcern } from '../../config/resolved-config.js';
import type { ModuleFacts } from '../../source/facts.js';
import type { Project } from '../project.js';
import { formIsOn } from './forms.js';
import { sisterOwning } from '../sister-concerns.js';
import { globalUses } from './global-uses.js';
import { importUses } from './import-uses.js';
import type { SymbolUse } from './symbol-use.js';

/** Several checks read the same uses of the same module. Keyed by the project, too: its answers change with the files on disk. */
class UsesByModule {
  readonly #known = new WeakMap<Project, WeakMap<ModuleFacts, Map<ResolvedConcern, readonly SymbolUse[]>>>();
  readonly #find: (facts: ModuleFacts, concern: ResolvedConcern, project: Project) => readonly SymbolUse[];

  constructor(find: (facts: ModuleFacts, concern: ResolvedConcern, project: Project) => readonly SymbolUse[]) {
    this.#find = find;
  }

  of(facts: ModuleFacts, concern: ResolvedConcern, project: Project): readonly SymbolUse[] {
    const ofProject =
      this.#known.get(project) ?? new WeakMap<ModuleFacts, Map<ResolvedConcern, readonly SymbolUse[]>>();
    this.#known.set(project, ofProject);
    const ofModule = ofProject.get(facts) ?? new Map<ResolvedConcern, readonly SymbolUse[]>();
    ofProject.set(facts, ofModule);
    const uses = ofModule.get(concern) ?? this.#find(facts, concern, project);
    ofModule.set(concern, uses);
    return uses;
  }
}

const every = new UsesByModule(findEveryUse);
const wanted = new UsesByModule(findUses);

/**
 * Every use of a concern's twins, removed modules and drivers in a module, in the forms that the concern wants reported, in
 * source order. Empty in the canonical, in a twin's own module and in a module declared for removal.
 */
export function symbolUses(facts: ModuleFacts, concern: ResolvedConcern, project: Project): readonly SymbolUse[] {
  return wanted.of(facts, concern, project);
}

/** The same in every form, whatever is reported: what a module touches at all. */
export function everySymbolUse(facts: ModuleFacts, concern: ResolvedConcern, project: Project): readonly SymbolUse[] {
  return every.of(facts, concern, project);
}

function findEveryUse(facts: ModuleFacts, concern: ResolvedConcern, project: Project): readonly SymbolUse[] {
  const targets = project.targets(concern);
  if (
    targets.isCanonical(facts.path) ||
    targets.removedBy(facts.path) !== undefined ||
    targets.twinDeclarations.some(({ path }) => path === facts.path)
  ) {
    return [];
  }
  return withoutShared(
    [...importUses(facts, concern, project), ...globalUses(facts, targets)],
    facts,
    concern,
    project,
  ).sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

/** The canonical of a sister is one of the places that a driver of both is for. */
function withoutShared(
  uses: readonly SymbolUse[],
  { path }: ModuleFacts,
  concern: ResolvedConcern,
  project: Project,
): SymbolUse[] {
  const sister = uses.some(({ match }) => match.kind === 'driver') ? sisterOwning(path, concern, project) : undefined;
  const shared = new Set(sister?.drivers.map(({ text }) => text));
  return uses.filter(({ match }) => match.kind !== 'driver' || !shared.has(match.reference.text));
}

function findUses(facts: ModuleFacts, concern: ResolvedConcern, project: Project): readonly SymbolUse[] {
  return everySymbolUse(facts, concern, project).filter(({ match, form }) => formIsOn(concern, match, form));
}
