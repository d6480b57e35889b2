import type { Signature } from '../../source/facts.js';
import { isLifecycle, isOrdinary, workOf } from './method-names.js';
import type { Operation } from './operations.js';

/** How much of the smaller of two sets of operations must be in the other one. Containment, since a superset is a duplicate, too. */
const CONTAINED = 0.5;
/** One operation in common is an accident. */
export const FEWEST_SHARED = 2;

/** What two sets of operations have in common. */
export interface SharedSurface {
  /** The canonical's operations that the other one has, too. */
  readonly shared: readonly Operation[];
  /** The other one's operations that they were found in, in the same order. */
  readonly theirs: readonly Operation[];
  /** How many operations the canonical has. */
  readonly of: number;
  /** Whether all that is shared is what most things do that keep something. */
  readonly ordinary: boolean;
}

/**
 * Compares what an implementation can do with what the canonical can, by the words of the operations' names and by how many
 * arguments they take.
 *
 * @returns `undefined` unless enough is shared to be evidence
 */
export function sharedSurface(
  canonical: readonly Operation[],
  theirs: readonly Operation[],
  stem: string,
): SharedSurface | undefined {
  if (canonical.length < FEWEST_SHARED || theirs.length < FEWEST_SHARED) {
    return undefined;
  }
  const left = new Set(theirs);
  const works = worksOf(theirs, stem);
  const pairs = [...worksOf(canonical, stem)].flatMap(([operation, work]) => {
    const same =
      find(left, (other) => other.name === operation.name && takesAlike(operation.signature, other.signature)) ??
      find(left, (other) => works.get(other) === work && takesAlike(operation.signature, other.signature));
    if (same === undefined) {
      return [];
    }
    left.delete(same);
    return [{ operation, same, work }];
  });
  const telling = pairs.filter(({ work }) => !isLifecycle(work));
  if (telling.length < FEWEST_SHARED || pairs.length / Math.min(canonical.length, theirs.length) < CONTAINED) {
    return undefined;
  }
  return {
    shared: pairs.map(({ operation }) => operation),
    theirs: pairs.map(({ same }) => same),
    of: canonical.length,
    ordinary: telling.every(({ work }) => isOrdinary(work)),
  };
}

const known = new WeakMap<readonly Operation[], ReadonlyMap<Operation, string>>();

/** What each operation does; kept, since the canonical's are compared with all others. A list belongs to one concern. */
function worksOf(operations: readonly Operation[], stem: string): ReadonlyMap<Operation, string> {
  const works =
    known.get(operations) ?? new Map(operations.map((operation) => [operation, workOf(operation.name, stem)]));
  known.set(operations, works);
  return works;
}

function find(operations: ReadonlySet<Operation>, test: (operation: Operation) => boolean): Operation | undefined {
  return [...operations].find(test);
}

/** Whether some number of arguments suits both, one object in place of several included. */
function takesAlike(a: Signature | null, b: Signature | null): boolean {
  if (a === null || b === null) {
    return true;
  }
  const [leastA, mostA] = arity(a);
  const [leastB, mostB] = arity(b);
  return (leastA <= mostB && leastB <= mostA) || (leastA > 0 && leastB > 0 && Math.min(mostA, mostB) === 1);
}

function arity({ parameters }: Signature): readonly [number, number] {
  const required = parameters.filter(({ optional, rest }) => !optional && !rest).length;
  return [required, parameters.some(({ rest }) => rest) ? Infinity : parameters.length];
}
