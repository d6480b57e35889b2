import type { ResolvedConcern } from '../config/resolved-config.js';
import { isAccessorName } from './accessor-name.js';
import { declaredSymbol, denotationOf } from './denotation.js';
import type { CanonicalRoot, ReplacementTarget } from './replacement-target.js';
import { moduleName } from './module-name.js';
import type { ConcernTargets, DeclaredSymbol } from './concern-targets.js';
import type { Project } from './project.js';
import type { RelatedPlace } from './related-place.js';

/** Who owns a concern, as messages name it. */
export interface Owner {
  /** The canonical's export, or the module's own name where it is canonical as a whole. */
  readonly owner: string;
  /** Its module, relative to the workspace root; a package's name. */
  readonly path: string;
  /** How consumers obtain it, in words: the first accessor as a call, the owner itself, or what its module exports. */
  readonly obtain: string;
  readonly related: readonly RelatedPlace[];
}

/** The owner of a concern: of its canonicals the one that exports `name`, otherwise the first. */
export function ownerOf(concern: ResolvedConcern, project: Project, name?: string): Owner {
  const { canonicalDeclarations, canonicalModules } = project.targets(concern);
  const asked = name === undefined ? undefined : canonicalDeclarations.find((symbol) => symbol.name === name);
  const declared = asked ?? canonicalDeclarations[0];
  const reference = referenceOf(asked, concern) ?? concern.canonical[0];
  const accessor = accessorOf(concern, project);
  if (reference === undefined) {
    return { owner: concern.title, path: '', obtain: concern.title, related: [] };
  }
  const isNamed = concern.canonical.some(({ exportPath }) => exportPath.length > 0);
  if (declared !== undefined && isNamed) {
    const { path, declaration } = declared;
    const owner = exportedName(declared, concern) || moduleName(path);
    return {
      owner,
      path,
      obtain: accessor ?? owner,
      related: [{ path, range: declaration.nameRange, message: `'${owner}' is the single source of '${concern.id}'.` }],
    };
  }
  const path = canonicalModules.length === 1 ? (canonicalModules[0] ?? reference.module) : reference.module;
  const owner = reference.exportPath[0] ?? moduleName(path);
  const exported = reference.exportPath[0] ?? `what ${owner} exports`;
  return { owner, path, obtain: accessor ?? exported, related: [] };
}

/** Of several canonicals the one that a declaration stands in. */
function referenceOf(
  declared: DeclaredSymbol | undefined,
  { canonical }: ResolvedConcern,
): ResolvedConcern['canonical'][number] | undefined {
  return canonical.find(
    ({ kind, module }) =>
      declared !== undefined &&
      (module === declared.path || (kind === 'glob' && declared.path.startsWith(module.replace(/\*.*$/u, '')))),
  );
}

/** Keyed by the concern's resolved symbols: they last as long as the files that they were read from. */
const accessors = new WeakMap<ConcernTargets, string>();

/** The first accessor as it is written: a call, or a name where it holds the canonical itself. */
function accessorOf(concern: ResolvedConcern, project: Project): string | undefined {
  const targets = project.targets(concern);
  const known = accessors.get(targets);
  if (known !== undefined || concern.accessors.length === 0) {
    return known;
  }
  const accessor = concern.accessors.find((name) => targets.rootExport(name) !== undefined) ?? concern.accessors[0];
  const root = accessor === undefined ? undefined : targets.rootExport(accessor);
  const written = root !== undefined && holdsCanonical(root, project) ? accessor : `${accessor ?? ''}()`;
  if (written !== undefined) {
    accessors.set(targets, written);
  }
  return written;
}

/** Whether an accessor is no function, but the object itself; not so `const getDb = once(() => …)`. */
export function holdsCanonical({ origin }: CanonicalRoot, project: Project): boolean {
  if (denotationOf(origin, project).kind === 'object') return true;
  const declaration = declaredSymbol(origin, project)?.declaration;
  if (declaration?.kind !== 'variable' || declaration.signature !== null) return false;
  return declaration.value?.kind !== 'function' && !isAccessorName(declaration.name);
}

/** What consumers call it: of `const pinoLogger = …; export const logger = pinoLogger;` the export that the concern names. */
function exportedName({ declaration, name }: DeclaredSymbol, { canonical }: ResolvedConcern): string {
  const asked = canonical.flatMap(({ exportPath }) => exportPath[0] ?? []).filter((exported) => exported !== 'default');
  if (asked.includes(name) || declaration.exportedAs.includes(name)) {
    return name;
  }
  const alias = declaration.exportedAs.find((exported) => asked.includes(exported));
  return alias ?? (canonical.length === 1 ? asked[0] : undefined) ?? name;
}

/** What to write instead, with the names of the parameters that it needs where it is a function: `IdManager.generateRunId(threadId)`. */
export function wordsForUse({ expression, denotes }: ReplacementTarget): string {
  if (denotes.kind !== 'function' || expression.steps.at(-1)?.kind === 'call') {
    return expression.text;
  }
  const parameters = denotes.signature.parameters.filter(({ optional, rest }) => !optional && !rest);
  return `${expression.text}(${parameters.map(({ name }) => (name === '' ? 'options' : name)).join(', ')})`;
}
