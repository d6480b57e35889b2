import { extractFacts } from '../extract-facts.js';
import type { ModuleFacts } from '../facts.js';
import { dependentOn, neededBy } from './dependencies.js';
import { parsePart } from './parse-part.js';
import type { Touched } from './touched.js';
import { indexAt, placeOf, type Unit } from './units.js';

/** A version of a module. */
export interface ReadVersion {
  readonly path: string;
  readonly text: string;
  /** Whether texts are followed from name to name. */
  readonly texts: boolean;
  /** None if it is not to be read in parts. */
  readonly units: readonly Unit[];
}

/** The units of a module whose facts stay what they are while others are edited. */
export interface Rest {
  /** By index: whether a unit is one of them. */
  readonly has: readonly boolean[];
  /** By index: whether it is read with the others all the same, since they name what it declares. */
  readonly isNeeded: readonly boolean[];
  readonly facts: ModuleFacts;
  /** What the units declare that are not needed: no other may name it. */
  readonly hidden: ReadonlySet<string>;
  /** What all of them and the classes declare: no other may change it. */
  readonly declared: ReadonlySet<string>;
  /** Names in them, and what imports and classes declare: no other may declare it. */
  readonly named: ReadonlySet<string>;
}

/** Where less of a text than this would be left alone, it is not worth the trouble. */
const LEAST = 0.25;

/** Whether none of the units that an edit touches is one of the rest. */
export function isAwayFrom({ has }: Rest, { first, last }: Touched): boolean {
  return !has.slice(first, last + 1).includes(true);
}

/**
 * Reads what does not depend on what an edit touches.
 *
 * @returns `undefined` where that is too little to be worth it, or cannot be told apart.
 */
export function restOf(version: ReadVersion, { first, last }: Touched): Rest | undefined {
  const { path, text, texts, units } = version;
  const seeds = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const dependent = dependentOn(units, seeds, texts);
  const needed = neededBy(units, dependent);
  const has = units.map(({ kind }, index) => kind === 'own' && !dependent.has(index));
  const isNeeded = has.map((isRest, index) => isRest && needed.has(index));
  const hidden = units.filter((_, index) => has[index] === true && isNeeded[index] !== true);
  const shared = declaredBy(units.filter(({ kind }) => kind !== 'own'));
  if (lengthOf(hidden) < text.length * LEAST || !isDeclaredOnce(shared, units)) return undefined;
  const kept = units.filter(({ kind }, index) => kind !== 'own' || has[index] === true);
  const parsed = parsePart(path, text, kept.map(placeOf));
  if (parsed === undefined) return undefined;
  const rest = units.filter((_, index) => has[index]);
  const isOwn = (offset: number): boolean => has[indexAt(units, offset)] === true;
  const facts = extractFacts(parsed, { texts, wrappers: 'all' });
  return {
    has,
    isNeeded,
    // Comments in front of the end of a class may be deleted without a unit being touched.
    facts: {
      ...facts,
      comments: facts.comments.filter(([start]) => isOwn(start)),
      suppressions: facts.suppressions.filter(({ range }) => isOwn(range[0])),
    },
    hidden: declaredBy(hidden),
    declared: declaredBy(kept.filter(({ kind }) => kind !== 'import')),
    named: new Set([...shared, ...rest.flatMap(({ named }) => [...named])]),
  };
}

/** Whether the rest says the same beside a unit as without it, and the unit says the same without what is hidden. */
export function isApart({ changed, declared, named }: Unit, rest: Rest): boolean {
  return isDisjoint(declared, rest.named) && isDisjoint(named, rest.hidden) && isDisjoint(changed, rest.declared);
}

function isDeclaredOnce(names: ReadonlySet<string>, units: readonly Unit[]): boolean {
  let count = 0;
  for (const { declared } of units) {
    for (const name of declared) {
      if (names.has(name)) count++;
    }
  }
  return count === names.size;
}

function declaredBy(units: readonly Unit[]): ReadonlySet<string> {
  return new Set(units.flatMap(({ declared }) => [...declared]));
}

function isDisjoint(names: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const name of names) {
    if (others.has(name)) return false;
  }
  return true;
}

function lengthOf(units: readonly Unit[]): number {
  return units.reduce((sum, { from, range }) => sum + range[1] - from, 0);
}
