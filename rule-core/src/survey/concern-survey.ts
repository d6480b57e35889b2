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

/**
 * Surveys the concerns of a project.
 *
 * @param modules all modules that a concern could care about, linted
 * @param isTest whether a module, by its path, is a test: tests are no consumers
 */
export function surveyConcerns(
  project: ProjectView,
  modules: readonly SavedModule[],
  isTest: (path: string) => boolean,
): ConcernSurvey[] {
  const production = modules.filter(({ path }) => !isTest(path));
  return project.config.concerns.map((concern) => survey(project, concern, production));
}

function survey(project: ProjectView, concern: ResolvedConcern, modules: readonly SavedModule[]): ConcernSurvey {
  const targets = project.targets(concern);
  const canonical = new Set(targets.canonicalModules);
  const others = new Set(targets.twinDeclarations.map(({ path, name }) => `${path}#${name}`));
  const breaching = new Set<string>();
  const onCanonical = new Set<string>();
  let connections = 0;
  for (const module of modules) {
    const { path, facts } = module;
    for (const violation of module.violations) {
      if (violation.concern !== concern.id) continue;
      const declared = facts.declarations.find(
        ({ nameRange }) => nameRange[0] === violation.range[0] && nameRange[1] === violation.range[1],
      );
      if (declared === undefined) breaching.add(path);
      else others.add(`${path}#${declared.name}`);
      if (violation.check === 'driver-bypass') connections++;
    }
    if (!canonical.has(path) && importsOneOf(project, module, canonical)) onCanonical.add(path);
  }
  const consumers = [...new Set([...breaching, ...onCanonical])].filter((path) => !canonical.has(path)).sort();
  const named = targets.canonicalDeclarations.map(({ path, name }) => `${path}#${name}`);
  const single = concern.canonical.map(({ text }) => text);
  return {
    concern: concern.id,
    title: concern.title,
    implementations: [...single, ...[...others].filter((name) => !named.includes(name)).sort()],
    canonical: single.length,
    consumers,
    migrated: consumers.filter((path) => !breaching.has(path)),
    connections,
  };
}

/** Whether a module takes something from modules, through barrels or directly. */
function importsOneOf(project: ProjectView, { path, facts }: SavedModule, wanted: ReadonlySet<string>): boolean {
  return facts.requests.some(({ form, specifier, bindings }) => {
    if (form === 'mock') return false;
    const direct = project.resolve(path, specifier);
    if (direct.kind !== 'module') return false;
    if (wanted.has(direct.path)) return true;
    return bindings.some(({ imported }) => {
      const { target } = project.declaration(direct.path, imported === '*' ? [] : [imported]);
      return target.kind === 'module' && wanted.has(target.path);
    });
  });
}
