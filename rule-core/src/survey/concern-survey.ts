import type { ResolvedConcern } from '../config/resolved-config.js';
import type { SavedModule } from '../lint/saved-module.js';
import type { ProjectView } from '../project/index.js';

/** How far a concern is from having one implementation. */
export interface ConcernSurvey {
  readonly concern: string;
  readonly title: string;
  /** The implementations there are, as `path#name`, the canonical ones first. The goal is to have the canonical ones alone. */
  readonly implementations: readonly string[];
  /** How many of them are the canonical: what counts as one implementation. */
  readonly canonical: number;
  /** The modules that use the concern: its canonical, or something in its place. Sorted. */
  readonly consumers: readonly string[];
  /** Those of them that use nothing but the canonical. Sorted. */
  readonly migrated: readonly string[];
  /** How often the code opens a driver of the concern past the canonical. */
  readonly connections: number;
}

/** What was seen of a concern by now. */
interface Tally {
  readonly concern: ResolvedConcern;
  readonly canonical: ReadonlySet<string>;
  readonly others: Set<string>;
  readonly breaching: Set<string>;
  readonly onCanonical: Set<string>;
  connections: number;
}

/** Surveys the concerns of a project, module by module. Tests are no consumers: they are left out. */
export class Surveyor {
  readonly #project: ProjectView;
  readonly #tallies: readonly Tally[];
  readonly #leadsTo: ReturnType<ProjectView['leadingTo']>;

  constructor(project: ProjectView) {
    this.#project = project;
    this.#tallies = project.config.concerns.map((concern) => {
      const { canonicalModules, twinDeclarations } = project.targets(concern);
      return {
        concern,
        canonical: new Set(canonicalModules),
        others: new Set(twinDeclarations.map(({ path, name }) => `${path}#${name}`)),
        breaching: new Set(),
        onCanonical: new Set(),
        connections: 0,
      };
    });
    this.#leadsTo = project.leadingTo(this.#tallies.flatMap(({ canonical }) => [...canonical]));
  }

  /**
   * Counts what a module asks for.
   *
   * @param path relative to the workspace root, `/`-separated
   */
  addModule(path: string): void {
    const imported = this.#importedBy(path);
    if (imported.size === 0) return;
    for (const { canonical, onCanonical } of this.#tallies) {
      if (!canonical.has(path) && [...imported].some((module) => canonical.has(module))) onCanonical.add(path);
    }
  }

  /** Counts what the rules report in a module. */
  addViolations({ facts, path, violations }: SavedModule): void {
    for (const violation of violations) {
      const tally = this.#tallies.find(({ concern }) => concern.id === violation.concern);
      if (tally === undefined) continue;
      const declared = facts.declarations.find(
        ({ nameRange }) => nameRange[0] === violation.range[0] && nameRange[1] === violation.range[1],
      );
      if (declared === undefined) tally.breaching.add(path);
      else tally.others.add(`${path}#${declared.name}`);
      if (violation.check === 'driver-bypass') tally.connections++;
    }
  }

  /** By concern, in the order of the configuration. */
  surveys(): ConcernSurvey[] {
    return this.#tallies.map(({ breaching, canonical, concern, connections, onCanonical, others }) => {
      const { canonicalDeclarations } = this.#project.targets(concern);
      const consumers = [...new Set([...breaching, ...onCanonical])].filter((path) => !canonical.has(path)).sort();
      const named = new Set(canonicalDeclarations.map(({ path, name }) => `${path}#${name}`));
      const single = concern.canonical.map(({ text }) => text);
      return {
        concern: concern.id,
        title: concern.title,
        implementations: [...single, ...[...others].filter((name) => !named.has(name)).sort()],
        canonical: single.length,
        consumers,
        migrated: consumers.filter((path) => !breaching.has(path)),
        connections,
      };
    });
  }

  /** The modules that a module takes something from, through barrels or directly, as far as the way is to a canonical. */
  #importedBy(path: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { names, specifier } of this.#leadsTo.askedBy(path)) {
      const direct = this.#project.resolve(path, specifier);
      if (direct.kind !== 'module' || !this.#leadsTo.has(direct.path)) continue;
      found.add(direct.path);
      for (const name of names) {
        const { target } = this.#project.declaration(direct.path, [name]);
        if (target.kind === 'module') found.add(target.path);
      }
    }
    return found;
  }
}
