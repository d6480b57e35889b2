import type { ResolvedConcern } from '../../config/resolved-config.js';
import { declaredSymbol, originOfName } from '../denotation.js';
import type { NameReference } from '../../source/facts.js';
import type { ConcernTargets, DeclaredSymbol } from '../concern-targets.js';
import { moduleSymbol } from '../exported-expressions.js';
import { isAccessorName } from '../accessor-name.js';
import type { Project } from '../project.js';
import { objectOf } from './known-object.js';
import type { KnownObject } from './members.js';

/** A class hierarchy deeper than this is not followed; cycles end here, too. */
const DEPTH = 12;

/** The canonical declaration that an object is or is held by, or that its class descends from. */
export function canonicalBehind(
  { symbol, holders = [] }: Pick<KnownObject, 'symbol' | 'holders'>,
  concern: ResolvedConcern,
  project: Project,
): DeclaredSymbol | undefined {
  const shapes = canonicalShapes(concern, project);
  let current: DeclaredSymbol | undefined = symbol;
  for (let depth = 0; depth < DEPTH && current !== undefined; depth++) {
    const canonical = shapes.get(keyOf(current))?.canonical;
    if (canonical !== undefined) {
      return canonical;
    }
    const { path, declaration }: DeclaredSymbol = current;
    const base: NameReference | undefined = declaration.kind === 'class' ? declaration.extends[0] : undefined;
    current = base && declaredSymbol(originOfName(base, path, project), project);
  }
  return holders
    .filter(({ path }) => isPointedAt(path, concern))
    .map((holder) => shapes.get(keyOf(holder)))
    .find((shape) => shape !== undefined && shape.symbol === shape.canonical)?.canonical;
}

/** A symbol that stands for a canonical: itself, or the class or factory in its own module that it is made by. */
interface CanonicalShape {
  readonly symbol: DeclaredSymbol;
  readonly canonical: DeclaredSymbol;
}

/** Keyed by the concern's resolved symbols: they last as long as the files that they were read from. */
const known = new WeakMap<ConcernTargets, ReadonlyMap<string, CanonicalShape>>();

/**
 * The symbols by which a concern's canonical objects are known. `export const bridge = new Bridge()` is known by its class,
 * too, where only its own module has that: a class from elsewhere may have other instances.
 */
export function canonicalShapes(concern: ResolvedConcern, project: Project): ReadonlyMap<string, CanonicalShape> {
  const targets = project.targets(concern);
  let shapes = known.get(targets);
  if (shapes === undefined) {
    shapes = shapesOf(targets, concern, project);
    known.set(targets, shapes);
  }
  return shapes;
}

function shapesOf(
  targets: ConcernTargets,
  concern: ResolvedConcern,
  project: Project,
): ReadonlyMap<string, CanonicalShape> {
  const { canonicalDeclarations } = targets;
  const shapes = new Map(
    canonicalDeclarations.map((canonical) => [keyOf(canonical), { symbol: canonical, canonical }] as const),
  );
  for (const { path } of canonicalDeclarations) {
    const facts = isWhole(path, concern) ? project.facts(path) : undefined;
    const symbol = facts && moduleSymbol(facts);
    if (symbol !== undefined) {
      shapes.set(keyOf(symbol), { symbol, canonical: symbol });
    }
  }
  for (const { canonical, symbol } of objectsHeld(canonicalDeclarations, concern, project)) {
    const { kind } = symbol.declaration;
    const isOwn = targets.isCanonical(symbol.path) && kind !== 'interface' && kind !== 'type';
    if (isOwn && !shapes.has(keyOf(symbol))) {
      shapes.set(keyOf(symbol), { symbol, canonical });
    }
  }
  return shapes;
}

function isMaker({ declaration }: DeclaredSymbol): boolean {
  return declaration.signature !== null;
}

/** The classes, factories and interfaces of what the canonicals hold or hand out, wherever they are declared. */
export function symbolsBehind(concern: ResolvedConcern, project: Project): DeclaredSymbol[] {
  const { canonicalDeclarations } = project.targets(concern);
  return objectsHeld(canonicalDeclarations, concern, project).map(({ symbol }) => symbol);
}

function objectsHeld(
  canonicals: readonly DeclaredSymbol[],
  concern: ResolvedConcern,
  project: Project,
): CanonicalShape[] {
  // An object says more of what it is than the functions that hand it out.
  const byMaking = [...canonicals].sort((a, b) => Number(isMaker(a)) - Number(isMaker(b)));
  return byMaking.flatMap((canonical) => {
    const { name } = canonical;
    const isAccessor = concern.accessors.includes(name) || isAccessorName(name);
    const object = isMaker(canonical) && !isAccessor ? undefined : objectOf(canonical, project);
    return object === undefined ? [] : [{ symbol: object.symbol, canonical }];
  });
}

/** Whether the configuration means what a module holds: of a folder it means what is declared there. */
function isPointedAt(path: string, { canonical }: ResolvedConcern): boolean {
  return canonical.some(({ exportPath, module }) => exportPath.length > 0 || module === path);
}

/** Whether a module is the canonical, and not one of its exports. */
function isWhole(path: string, { canonical }: ResolvedConcern): boolean {
  return canonical.some(
    ({ exportPath, kind, module }) => exportPath.length === 0 && (kind !== 'module' || module === path),
  );
}

function keyOf({ path, name, declaration }: DeclaredSymbol): string {
  return `${path}#${declaration.kind === 'namespace' ? '*' : name}`;
}
