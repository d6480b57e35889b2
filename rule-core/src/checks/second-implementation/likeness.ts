import type { Range } from '../../source/facts.js';
import type { BodyShape, ModuleStructure } from '../../source/structure/index.js';
import type { OwnedApi } from './canonical-api.js';
import type { Implementation } from './implementation.js';
import type { Operation } from './operations.js';
import { isWithin } from './places.js';
import type { Setting } from './setting.js';
import { similarity } from './similarity.js';

/** Bodies at least this much alike are built the same way. */
const ALIKE = 0.6;
/** How much of an implementation must be built the same way. */
const SHARE = 0.5;
/** Nodes that must be alike in all: two getters always are. */
const FEWEST_NODES = 40;
/** A body of fewer nodes only calls something, as half of all bodies do. */
const FEWEST_IN_BODY = 12;
/** A body of so few nodes does nothing: it returns a constant or nothing. `return this.inner.query(sql)` has nine. */
const DOES_NOTHING = 8;

/** How many bodies of an implementation are built like ones of the canonical. */
export interface Likeness {
  readonly owner: string;
  readonly alike: number;
  readonly of: number;
}

/** Compares how the bodies are built, names left aside. `undefined` unless that is evidence. */
export function likeness(implementation: Implementation, setting: Setting): Likeness | undefined {
  const comparable = setting.api.apis
    .filter((each) => isComparable(each, implementation))
    .map(({ operations, owner, path }) => ({
      owner,
      bodies: bodiesOf(operations, [], setting.project.structure(path)),
    }))
    .filter(({ bodies }) => bodies.length > 0);
  // Their module has to be parsed once more for it.
  if (comparable.length === 0) {
    return undefined;
  }
  const theirs = bodiesOf(
    implementation.operations,
    implementation.ranges,
    setting.project.structure(setting.facts.path, setting.text),
  );
  const size = theirs.reduce((sum, { kinds }) => sum + kinds.length, 0);
  if (size < FEWEST_NODES) {
    return undefined;
  }
  for (const { bodies, owner } of comparable) {
    const ours = new Set(bodies.filter(tells));
    let nodes = 0;
    let alike = 0;
    for (const body of theirs) {
      const best = tells(body) ? mostAlike(body, ours) : undefined;
      if (best !== undefined) {
        ours.delete(best);
        nodes += body.kinds.length;
        alike++;
      }
    }
    if (nodes >= FEWEST_NODES && nodes / size >= SHARE) {
      return { owner, alike, of: theirs.length };
    }
  }
  return undefined;
}

function tells({ kinds }: BodyShape): boolean {
  return kinds.length >= FEWEST_IN_BODY;
}

/** Only what the concern names is compared: a canonical folder holds too much that is built like anything else. */
function isComparable({ kind, named }: OwnedApi, implementation: Implementation): boolean {
  return named && (kind === 'function') === (implementation.kind === 'function');
}

/** Whether the bodies of some operations all do nothing, as those of a null object. `false` where none can be seen. */
export function doesNothing(operations: readonly Operation[], { project, facts, text }: Setting): boolean {
  const bodies = bodiesOf(operations, [], project.structure(facts.path, text));
  return bodies.length > 0 && bodies.every(({ kinds }) => kinds.length <= DOES_NOTHING);
}

/** The outermost bodies in the operations' ranges, or where those stand elsewhere, in `otherwise`. */
function bodiesOf(
  operations: readonly Operation[],
  otherwise: readonly Range[],
  structure: ModuleStructure | undefined,
): readonly BodyShape[] {
  const ranges = operations.flatMap(({ range }) => (range === null ? [] : [range]));
  const within = ranges.length > 0 ? ranges : otherwise;
  const found = new Set<BodyShape>();
  for (const range of within) {
    const inside = (structure ?? []).filter((body) => isWithin(body.range, range));
    const outermost = Math.min(...inside.map(({ nesting }) => nesting));
    for (const body of inside) {
      if (body.nesting === outermost) {
        found.add(body);
      }
    }
  }
  return [...found];
}

function mostAlike(body: BodyShape, others: ReadonlySet<BodyShape>): BodyShape | undefined {
  let best: BodyShape | undefined;
  let most = ALIKE;
  for (const other of others) {
    const found = similarity(body, other);
    if (found >= most) {
      [best, most] = [other, found];
    }
  }
  return best;
}
