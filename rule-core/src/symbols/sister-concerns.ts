import type { ResolvedConcern } from '../config/resolved-config.js';
import type { Origin, Project } from './project.js';

/**
 * The concerns that do the same kind of thing in another place: two databases of one kind, the contexts of requests and of
 * jobs. They have the same preset, or a driver in common. What is canonical for one of them is no breach of the others.
 */
export function sistersOf(concern: ResolvedConcern, project: Project): readonly ResolvedConcern[] {
  const drivers = new Set(concern.drivers.map(({ text }) => text));
  return project.config.concerns.filter(
    (other) =>
      other.id !== concern.id &&
      ((other.preset !== undefined && other.preset === concern.preset) ||
        other.drivers.some(({ text }) => drivers.has(text))),
  );
}

/** The sister of a concern that a module is canonical for. */
export function sisterOwning(path: string, concern: ResolvedConcern, project: Project): ResolvedConcern | undefined {
  return sistersOf(concern, project).find((sister) => project.targets(sister).isCanonical(path));
}

/** Whether a sister of a concern has a symbol for a twin: then it says what to do about it. */
export function isTwinOfSister(origin: Origin, concern: ResolvedConcern, project: Project): boolean {
  return sistersOf(concern, project).some((sister) => project.targets(sister).classify(origin)?.kind === 'twin');
}
