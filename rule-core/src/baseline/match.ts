import type { BaselineEntry } from './entry.js';
import type { ViolationIdentity } from './identity.js';

/** How an accepted violation was found again. */
export type MatchTier = 'same' | 'moved-in-file' | 'moved' | 'edited';

/** An accepted violation that is still there. */
export interface Match {
  readonly entry: BaselineEntry;
  readonly tier: MatchTier;
}

/** What a baseline says of violations. */
export interface Matching {
  /** For each violation, in their order: the entry that accepts it, or `undefined` for a new one. */
  readonly matches: readonly (Match | undefined)[];
  /** The entries whose violation is gone. */
  readonly fixed: readonly BaselineEntry[];
}

/** What matching asks of the files. */
export interface MatchContext {
  /** Whether a module still exists, by its workspace path. */
  readonly exists: (path: string) => boolean;
  /** Whether a module still has a declaration, by the scope that it makes. */
  readonly declares: (path: string, scope: string) => boolean;
}

type Pairing = (entry: BaselineEntry, violation: ViolationIdentity, context: MatchContext) => boolean;

const sameNode: Pairing = (entry, violation) => entry.hash === violation.hash && entry.symbol === violation.symbol;

/** Within one file, the best first. */
const withinFile: readonly (readonly [MatchTier, Pairing])[] = [
  ['same', (e, v, c) => sameNode(e, v, c) && e.scope === v.scope && e.near === v.near],
  ['same', (e, v, c) => sameNode(e, v, c) && e.scope === v.scope],
  ['moved-in-file', (e, v, c) => sameNode(e, v, c) && isPlaced(e) && e.near === v.near],
  ['moved-in-file', (e, v, c) => sameNode(e, v, c) && !c.declares(e.path, e.scope)],
  ['moved-in-file', (e, v, c) => sameNode(e, v, c) && sharesUser(e, v)],
];

/** In place: only after moves to other files, since what is there may be new and the accepted one elsewhere. */
const inPlace: readonly (readonly [MatchTier, Pairing])[] = [
  ['edited', (e, v) => e.symbol === v.symbol && isPlaced(e) && e.scope === v.scope && e.near === v.near],
  ['edited', (e, v) => e.symbol === v.symbol && !isPlaced(e) && !isPlaced(v) && sharesUser(e, v)],
  ['edited', (e, v) => e.hash === v.hash && e.scope === v.scope && exportOf(e.symbol) === exportOf(v.symbol)],
];

const betweenFiles: readonly (readonly [MatchTier, Pairing])[] = [
  ['moved', (e, v, c) => sameNode(e, v, c) && sameScope(e, v) && isPlaced(e) && e.near === v.near],
  ['moved', (e, v, c) => sameNode(e, v, c) && sameScope(e, v) && (isNamed(e) || !c.exists(e.path))],
];

/**
 * Matches violations with accepted ones, one to one, the best evidence first: equal; moved within the file; moved to another
 * file; edited in place. The same violations and entries give the same result in any order of their files.
 *
 * @param violations those of a project, the ones of one file in source order
 */
export function matchBaseline(
  entries: readonly BaselineEntry[],
  violations: readonly ViolationIdentity[],
  context: MatchContext,
): Matching {
  const matches = new Array<Match | undefined>(violations.length).fill(undefined);
  const open = new Set(violations.keys());
  const free = new Set(entries);
  const pair = (stages: typeof withinFile, groupOf: (identity: ViolationIdentity) => string): void => {
    for (const [tier, accepts] of stages) {
      const groups = new Map<string, number[]>();
      for (const index of open) {
        const violation = violations[index];
        if (violation === undefined) continue;
        const key = groupOf(violation);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [index]);
        else group.push(index);
      }
      for (const entry of free) {
        const group = groups.get(groupOf(entry)) ?? [];
        const index = group.find((candidate) => {
          const violation = violations[candidate];
          return open.has(candidate) && violation !== undefined && accepts(entry, violation, context);
        });
        if (index === undefined) continue;
        matches[index] = { entry, tier };
        open.delete(index);
        free.delete(entry);
      }
    }
  };
  const inFile = ({ concern, check, path }: ViolationIdentity) => JSON.stringify([concern, check, path]);
  pair(withinFile, inFile);
  pair(betweenFiles, ({ concern, check, symbol, hash }) => JSON.stringify([concern, check, symbol, hash]));
  pair(inPlace, inFile);
  return { matches, fixed: entries.filter((entry) => free.has(entry)) };
}

/** Whether a node stands among statements, as imports and declarations do not. */
function isPlaced({ near }: ViolationIdentity): boolean {
  return near !== '';
}

/** Whether a name says which one it is: that of what is around it, or its own. At module level, an import looks like any other. */
function isNamed({ scope, symbol }: ViolationIdentity): boolean {
  return scope !== '' || symbol.startsWith('.');
}

/** Functions move with what encloses them left behind: the innermost name counts. For imports, one common user is enough. */
function sameScope(entry: ViolationIdentity, violation: ViolationIdentity): boolean {
  if (!isPlaced(entry)) return entry.scope === violation.scope || sharesUser(entry, violation);
  return entry.scope.split('.').at(-1) === violation.scope.split('.').at(-1);
}

function sharesUser(entry: ViolationIdentity, violation: ViolationIdentity): boolean {
  if (isPlaced(entry) || isPlaced(violation)) return false;
  const users = new Set(entry.scope.split(','));
  return violation.scope.split(',').some((user) => user !== '' && users.has(user));
}

function exportOf(symbol: string): string {
  const hash = symbol.lastIndexOf('#');
  return hash === -1 ? symbol : symbol.slice(hash);
}
