import type { Statement } from './statements.js';

/**
 * The statements whose facts may change with the text of some: those that name what they declare, those that declare what
 * they change, and so on.
 *
 * @param seeds Indices of statements.
 * @param isFollowed Whether texts are followed from name to name: then each name leads both ways.
 * @returns Indices, the seeds among them; shared statements are left out.
 */
export function dependentOn(
  statements: readonly Statement[],
  seeds: readonly number[],
  isFollowed: boolean,
): ReadonlySet<number> {
  const declaring = indexBy(statements, ({ declared }) => declared);
  const naming = indexBy(statements, ({ named }) => named);
  return reached(statements, seeds, function* ({ changed, declared, named }) {
    for (const name of isFollowed ? named : changed) yield* taken(declaring, name);
    for (const name of declared) yield* taken(naming, name);
  });
}

/** The statements that declare what some name, those that declare what these name, and so on; the seeds among them. */
export function neededBy(statements: readonly Statement[], seeds: Iterable<number>): ReadonlySet<number> {
  const declaring = indexBy(statements, ({ declared }) => declared);
  return reached(statements, seeds, function* ({ named }) {
    for (const name of named) yield* taken(declaring, name);
  });
}

function reached(
  statements: readonly Statement[],
  seeds: Iterable<number>,
  next: (statement: Statement) => Iterable<number>,
): ReadonlySet<number> {
  const found = new Set<number>();
  const rest = [...seeds];
  for (let index = rest.pop(); index !== undefined; index = rest.pop()) {
    const statement = statements[index];
    if (statement === undefined || statement.isShared || found.has(index)) continue;
    found.add(index);
    rest.push(...next(statement));
  }
  return found;
}

type Index = Map<string, number[]>;

function indexBy(statements: readonly Statement[], namesOf: (statement: Statement) => Iterable<string>): Index {
  const indices: Index = new Map();
  statements.forEach((statement, index) => {
    for (const name of namesOf(statement)) {
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
