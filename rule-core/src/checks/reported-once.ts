import type { ResolvedConcern } from '../config/resolved-config.js';
import type { Project } from '../symbols/project.js';

/** Whether a module is reported once as a whole: it declares a twin, or is declared for removal. Nothing else in it counts. */
export function isReportedOnce(path: string, concern: ResolvedConcern, project: Project): boolean {
  const targets = project.targets(concern);
  return targets.removedBy(path) !== undefined || targets.twinDeclarations.some((twin) => twin.path === path);
}
