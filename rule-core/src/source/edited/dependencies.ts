import type { Unit } from './units.js';

/**
 * The units whose facts may change with the text of some: those that name what they declare, those that declare what they
 * change, and so on.
 *
 * @param seeds Indices of units.
 * @param texts Whether texts are followed from name to name: then each name leads both ways.
 * @returns Indices of `own` units, the seeds among them.
 */
export function dependentOn(units: readonly Unit[], seeds: readonly number[], texts: boolean): ReadonlySet<number> {
  const declaring = indexBy(units, ({ declared }) => declared);
  const naming = indexBy(units, ({ named }) => named);
  return reached(units, seeds, function* ({ changed, declared, named }) {
    for (const name of texts ? named : changed) yield* taken(declaring, name);
    for (const name of declared) yield* taken(naming, name);
  });
}

/** The `own` units that declare what some, or the frames of classes, name, those that declare what these name, and so on. */
export function neededBy(units: readonly Unit[], seeds: Iterable<number>): ReadonlySet<number> {
  const declaring = indexBy(units, ({ declared }) => declared);
  const needs = ({ named }: Unit): readonly number[] => [...named].flatMap((name) => taken(declaring, name));
  const framed = units.filter(({ kind }) => kind === 'frame').flatMap(needs);
  return reached(units, [...seeds, ...framed], needs);
}

function reached(
  units: readonly Unit[],
  seeds: Iterable<number>,
  next: (unit: Unit) => Iterable<number>,
): ReadonlySet<number> {
  const found = new Set<number>();
  const rest = [...seeds];
  for (let index = rest.pop(); index !== undefined; index = rest.pop()) {
    const unit = units[index];
    if (unit?.kind !== 'own' || found.has(index)) continue;
    found.add(index);
    rest.push(...next(unit));
  }
  return found;
}

type Index = Map<string, number[]>;

function indexBy(units: readonly Unit[], namesOf: (unit: Unit) => Iterable<string>): Index {
  const indices: Index = new Map();
  units.forEach((unit, index) => {
    for (const name of namesOf(unit)) {
      const known = indices.get(name);
      if (known === undefined) indices.set(name, [index]);
      else known.push(index);
    }
  });
  return indices;
}

/** Each name leads on once. */
function taken(indices: Index, name: string): readonly number[] {
  const found = indices.get(name) ?? [];
  indices.delete(name);
  return found;
}
