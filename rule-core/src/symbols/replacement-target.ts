import type { CanonicalExpression } from '../config/resolved-config.js';
import type { ConcernTargets } from './concern-targets.js';
import { denotationAfter, denotationOf, type Denotation } from './denotation.js';
import type { Origin, Project } from './project.js';

/** The export of the canonical that an expression starts with. */
export interface CanonicalRoot {
  /** The canonical module, relative to the workspace root. */
  readonly path: string;
  /** The name it is exported under; `'default'`, or `'export='` for the whole of a CommonJS module. */
  readonly exported: string;
  readonly origin: Origin;
}

/** The name by which `import` takes an export: what is the whole of a CommonJS module is its default there. */
export function importedName({ exported }: CanonicalRoot): string {
  return exported === 'export=' ? 'default' : exported;
}

/** A canonical expression, resolved against the canonical's declarations. */
export interface ReplacementTarget {
  readonly expression: CanonicalExpression;
  readonly root: CanonicalRoot;
  readonly denotes: Denotation;
}

/** Resolves a canonical expression; `undefined` if no canonical exports the name it starts with. */
export function resolveReplacement(
  expression: CanonicalExpression,
  targets: ConcernTargets,
  project: Project,
): ReplacementTarget | undefined {
  const root = targets.rootExport(expression.root);
  if (root === undefined) {
    return undefined;
  }
  const denotes = denotationAfter(denotationOf(root.origin, project), expression.steps.slice(1), root.path, project);
  return { expression, root, denotes };
}
