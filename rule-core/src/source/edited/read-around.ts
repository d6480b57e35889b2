import { extractFacts } from '../extract-facts.js';
import type { ModuleFacts } from '../facts.js';
import { mergedFacts } from './merged-facts.js';
import { parsePart } from './parse-part.js';
import { isApart, type ReadVersion, type Rest } from './rest.js';
import { shifted } from './shifted.js';
import type { Touched } from './touched.js';
import { indexAt, placeOf, unitsOf, type Unit } from './units.js';

/** A version of which only a part was read. */
export interface ReadAround {
  readonly version: ReadVersion;
  readonly rest: Rest;
  readonly facts: ModuleFacts;
}

/**
 * Reads a new version of a module, but for the rest.
 *
 * That the rest still means what it did follows from how a parser works: it reads unit by unit, and what comes later does not
 * change where one ended. So one untouched unit is read on each side of what was touched, and both must come out as they
 * were. (Wagner and Graham, "Efficient and flexible incremental parsing", 1998, do the same with tokens.)
 *
 * @param before The version that the rest is from; none of it is touched.
 * @returns `undefined` where the new version has to be read as a whole.
 */
export function readAround(before: ReadVersion, rest: Rest, touched: Touched, text: string): ReadAround | undefined {
  const { path, texts, units } = before;
  const { first, last, shift } = touched;
  const isRead = (index: number): boolean =>
    rest.has[index] !== true || rest.isNeeded[index] === true || index === first - 1 || index === last + 1;
  const head = units.slice(0, first);
  const start = head.at(-1)?.range[1] ?? 0;
  const tail = units.slice(last + 1).map((unit) => moved(unit, shift, start));
  const headRead = head.filter((_, index) => isRead(index));
  const tailRead = tail.filter((_, index) => isRead(last + 1 + index));

  const parsed = parsePart(path, text, [
    ...headRead.map(placeOf),
    [start, tail[0]?.from ?? text.length],
    ...tailRead.map(placeOf),
    ...(tail.length === 0 ? [] : [[tail.at(-1)?.range[1] ?? 0, text.length] as const]),
  ]);
  if (parsed === undefined) return undefined;
  const middle = between(unitsOf(parsed, texts), headRead, tailRead);
  if (middle?.every((unit) => unit.kind === 'own' && isApart(unit, rest)) !== true) return undefined;
  // Comments where a unit was deleted are in front of the next one now.
  if (rest.has[last + 1] === true && tail[0]?.from !== (middle.at(-1)?.range[1] ?? start)) return undefined;
  const partFacts = extractFacts(parsed, { texts, wrappers: 'all' });

  const after = [...head, ...middle, ...tail].map((unit, index, all) => {
    const from = all[index - 1]?.range[1] ?? 0;
    return unit.from === from ? unit : { ...unit, from };
  });
  const replaced = (flags: readonly boolean[]): boolean[] => [
    ...flags.slice(0, first),
    ...middle.map(() => false),
    ...flags.slice(last + 1),
  ];
  const has = replaced(rest.has);
  const restFacts = shifted(rest.facts, units[last]?.range[1] ?? 0, shift);
  const facts = mergedFacts(partFacts, restFacts, {
    unitAt: (offset) => indexAt(after, offset),
    isRest: (unit) => has[unit] === true,
  });
  return {
    version: { path, text, texts, units: after },
    rest: { ...rest, has, isNeeded: replaced(rest.isNeeded), facts: restFacts },
    facts,
  };
}

/** The units that are between others; `undefined` if these are not as they were. */
function between(found: readonly Unit[], head: readonly Unit[], tail: readonly Unit[]): readonly Unit[] | undefined {
  const end = found.length - tail.length;
  const isAsBefore =
    head.length <= end &&
    head.every((unit, index) => isSamePlace(unit, found[index])) &&
    tail.every((unit, index) => isSamePlace(unit, found[end + index]));
  return isAsBefore ? found.slice(head.length, end) : undefined;
}

function isSamePlace({ kind, range }: Unit, found: Unit | undefined): boolean {
  return kind === found?.kind && range[0] === found.range[0] && range[1] === found.range[1];
}

/** @param start What is in front of it stays where it is. */
function moved(unit: Unit, by: number, start: number): Unit {
  const { from, range } = unit;
  return by === 0 ? unit : { ...unit, from: Math.max(start, from + by), range: [range[0] + by, range[1] + by] };
}
