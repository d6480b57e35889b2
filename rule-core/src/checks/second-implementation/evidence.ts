import type { CanonicalApi } from './canonical-api.js';
import { keepsPool } from './connection-pool.js';
import { keepsClient, ownEffect, rawEffect } from './effect.js';
import { explainedByPorts } from './explained-by-ports.js';
import type { Implementation } from './implementation.js';
import { doesNothing, likeness, type Likeness } from './likeness.js';
import { moduleName } from '../../symbols/module-name.js';
import type { Operation } from './operations.js';
import { doesOtherWork, isDoneElsewhere } from './other-work.js';
import { isWithinOne } from './places.js';
import type { Touch } from './reach.js';
import type { Setting } from './setting.js';
import { FEWEST_SHARED, sharedSurface, type SharedSurface } from './surface.js';
import { isAbout, stemOf, verbOf } from './words.js';

/** The kinds of evidence that something is a second implementation. */
export type EvidenceKind = 'effect' | 'pool' | 'surface' | 'structure' | 'name';

/** What speaks for something being a second implementation. */
export interface Evidence {
  readonly kinds: ReadonlySet<EvidenceKind>;
  /** The evidence in words, in the order of its strength. */
  readonly words: readonly string[];
  /** Where it touches the concern's drivers. */
  readonly places: readonly Touch[];
  /** Whether it keeps a client of its own: in a field, or in a variable of the module. */
  readonly keepsClient: boolean;
  /** Whether all that it has of a driver is a client that it is given. */
  readonly isGiven: boolean;
}

/**
 * Gathers the evidence against one implementation.
 *
 * @returns `undefined` for what goes through the canonical: it is a caller or a wrapper, and no second implementation
 */
export function evidenceFor(implementation: Implementation, setting: Setting): Evidence | undefined {
  const own = ownEffect(implementation, setting);
  const shared = sharedOperations(implementation, setting);
  const name = nameOf(implementation, setting);
  if (own === undefined && shared === undefined && name === undefined) {
    return undefined;
  }
  const usesCanonical = setting.reach.canonical.some(({ range }) => isWithinOne(range, implementation.ranges));
  const raw = own?.kind !== 'direct' && usesCanonical ? rawEffect(implementation, setting) : undefined;
  if (usesCanonical && own?.kind !== 'direct' && raw === undefined) {
    return undefined;
  }
  const effect = raw ?? own;
  const kinds = new Set<EvidenceKind>();
  const words: string[] = [];
  if (effect !== undefined) {
    kinds.add('effect');
    words.push(effect.words);
  }
  if (effect?.kind === 'direct' && keepsPool(implementation, setting)) {
    kinds.add('pool');
    words.push('keeps a pool of its own');
  }
  const surface = shared && isEvidence(shared, implementation, effect !== undefined, setting) ? shared : undefined;
  if (surface !== undefined) {
    kinds.add('surface');
    words.push(`${String(surface.shared.length)} of ${String(surface.of)} ${surface.noun} of ${surface.owner}`);
  }
  if (name !== undefined) {
    kinds.add('name');
  }
  // The most expensive evidence comes last, and only where it decides.
  const built = kinds.size === 1 ? likenessOfWork(implementation, effect !== undefined, setting) : undefined;
  if (built !== undefined) {
    kinds.add('structure');
    words.push(
      built.of === 1
        ? `its body is built like one of ${built.owner}`
        : `${String(built.alike)} of ${String(built.of)} bodies built like those of ${built.owner}`,
    );
  }
  return {
    kinds,
    words: name === undefined ? words : [...words, name],
    places: effect?.places ?? [],
    keepsClient: effect?.kind === 'direct' && keepsClient(implementation, setting),
    isGiven: effect?.kind === 'held',
  };
}

/** How much of what something does itself is built like the canonical. */
function likenessOfWork(implementation: Implementation, hasEffect: boolean, setting: Setting): Likeness | undefined {
  const { operations } = implementation;
  const own = hasEffect
    ? operations
    : operations.filter((operation) => !isDoneElsewhere(operation, implementation, setting));
  return own.length === 0 && operations.length > 0
    ? undefined
    : likeness({ ...implementation, operations: own }, setting);
}

/** What the canonical's operations are called, and how many there are. */
type OwnedSurface = SharedSurface & { readonly owner: string; readonly noun: string };

function sharedOperations(implementation: Implementation, setting: Setting): OwnedSurface | undefined {
  const { api } = setting;
  if (implementation.kind === 'function') {
    return undefined;
  }
  const isExplained = explainedByPorts(implementation, setting);
  const theirs = unexplained(implementation.operations, isExplained);
  return api.apis
    .filter((each) => each.kind !== 'function')
    .flatMap(({ owner, operations, kind: ofOwner }) => {
      const surface = sharedSurface(unexplained(operations, isExplained), theirs, api.stems[0] ?? '');
      const noun = ofOwner === 'module' ? 'functions' : 'methods';
      return surface === undefined ? [] : [{ ...surface, of: operations.length, owner, noun }];
    })
    .sort((a, b) => b.shared.length - a.shared.length)[0];
}

/** The same list where nothing is explained: lists are known again. */
function unexplained(
  operations: readonly Operation[],
  isExplained: (operation: Operation) => boolean,
): readonly Operation[] {
  return operations.some(isExplained) ? operations.filter((each) => !isExplained(each)) : operations;
}

/**
 * Without a driver of the concern behind them, equal operations are no evidence where most stores have them, where they do
 * nothing, and where they do something else.
 */
function isEvidence(
  { shared, theirs, ordinary }: OwnedSurface,
  implementation: Implementation,
  hasEffect: boolean,
  setting: Setting,
): boolean {
  const doSame = (): number =>
    theirs.filter((operation, index) => !doesOtherWork(operation, shared[index] ?? operation, implementation, setting))
      .length;
  return hasEffect || (!ordinary && !doesNothing(theirs, setting) && doSame() >= FEWEST_SHARED);
}

/** What an implementation's name, or its module's, says. */
function nameOf({ name, kind, operations }: Implementation, { api, facts }: Setting): string | undefined {
  const module = moduleName(facts.path);
  if (kind === 'function') {
    const own = stemOf(name);
    const same = api.apis.find(
      (each) =>
        each.kind === 'function' &&
        own !== '' &&
        stemOf(each.owner) === own &&
        // `getUser` is no second `createUser`; but what hands out a canonical that has a name is called in either way.
        (each.named || verbOf(each.owner) === verbOf(name)),
    );
    return same && `named like ${same.owner}`;
  }
  const stem = api.stems.find((each) =>
    kind === 'module' ? operations.every((part) => isAbout(part.name, each)) : isAbout(name, each),
  );
  if (stem !== undefined) {
    return namedFor(stem, api);
  }
  const ofModule = api.stems.find((each) => isAbout(module, each));
  return ofModule && `its module is ${namedFor(ofModule, api)}`;
}

function namedFor(stem: string, { namesakes }: CanonicalApi): string {
  const name = namesakes.get(stem);
  return name === undefined ? `named for ${stem}` : `named like ${name}`;
}
