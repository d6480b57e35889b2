import { extractFacts } from '../extract-facts.js';
import type { ModuleFacts } from '../facts.js';
import { parseModule } from '../parse-module.js';
import { dependentOn, neededBy } from './dependencies.js';
import { partOfText } from './part-of-text.js';
import type { Statement } from './statements.js';
import type { Touched } from './touched.js';

/** A version of a module. */
export interface ReadVersion {
  readonly path: string;
  readonly text: string;
  readonly texts: boolean;
  /** Whether texts were found that go from name to name. */
  readonly hasFlows: boolean;
  /** None if it is not to be read in parts. */
  readonly statements: readonly Statement[];
}

/** The statements of a module whose facts stay what they are while others are edited. */
export interface Rest {
  /** By index: whether a statement is one of them. */
  readonly has: readonly boolean[];
  /** By index: whether it is read with the others all the same, since they name what it declares. */
  readonly isNeeded: readonly boolean[];
  readonly facts: ModuleFacts;
  /** What the statements declare that are not needed. */
  readonly hidden: ReadonlySet<string>;
  /** What all of them declare. */
  readonly declared: ReadonlySet<string>;
  /** Names in them, and of what is shared. */
  readonly named: ReadonlySet<string>;
}

/** Where less of a text than this would be left alone, it is not worth the trouble. */
const LEAST = 0.25;

/** Whether none of the statements that an edit touches is one of the rest. */
export function isAwayFrom({ has }: Rest, { first, last }: Touched): boolean {
  return !has.slice(first, last + 1).includes(true);
}

/**
 * Reads what does not depend on what an edit touches.
 *
 * @returns `undefined` where that is too little to be worth it, or cannot be told apart.
 */
export function restOf(version: ReadVersion, { first, last }: Touched): Rest | undefined {
  const { hasFlows, path, statements, text, texts } = version;
  const seeds = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const dependent = dependentOn(statements, seeds, hasFlows);
  const needed = neededBy(statements, dependent);
  const has = statements.map(({ isShared }, index) => !isShared && !dependent.has(index));
  const isNeeded = has.map((isRest, index) => isRest && needed.has(index));
  const shared = namesOf(statements.filter(({ isShared }) => isShared));
  const isTold = isDeclaredOnce(shared, statements);
  const hidden = statements.filter((_, index) => has[index] === true && isNeeded[index] !== true);
  if (!isTold || lengthOf(hidden) < text.length * LEAST) return undefined;
  const kept = statements.filter(({ isShared }, index) => isShared || has[index] === true);
  const blanked = partOfText(
    text,
    kept.map(({ from, range: [, end] }) => [from, end]),
  );
  const parsed = blanked && parseModule(path, blanked.text, blanked.separators);
  if (parsed?.kind !== 'parsed' || parsed.record.hasErrors) return undefined;
  const rest = kept.filter(({ isShared }) => !isShared);
  return {
    has,
    isNeeded,
    facts: extractFacts(parsed.module, { texts }),
    hidden: namesOf(hidden),
    declared: namesOf(rest),
    named: new Set([...shared, ...rest.flatMap(({ named }) => [...named])]),
  };
}

/** Whether the rest says the same beside a statement as without it, and the statement says the same without what is hidden. */
export function isApart({ changed, declared, named }: Statement, rest: Rest): boolean {
  return isDisjoint(declared, rest.named) && isDisjoint(named, rest.hidden) && isDisjoint(changed, rest.declared);
}

function isDeclaredOnce(names: ReadonlySet<string>, statements: readonly Statement[]): boolean {
  let count = 0;
  for (const { declared } of statements) {
    for (const name of declared) {
      if (names.has(name)) count++;
    }
  }
  return count === names.size;
}

function namesOf(statements: readonly Statement[]): ReadonlySet<string> {
  return new Set(statements.flatMap(({ declared }) => [...declared]));
}

function isDisjoint(names: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const name of names) {
    if (others.has(name)) return false;
  }
  return true;
}

function lengthOf(statements: readonly Statement[]): number {
  return statements.reduce((sum, { from, range }) => sum + range[1] - from, 0);
}
