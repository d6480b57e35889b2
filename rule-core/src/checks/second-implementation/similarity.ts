import type { BodyShape } from '../../source/structure/index.js';
import { treeDistance } from './tree-distance.js';

/** Node types in a row that make up one shingle. */
const SHINGLE = 4;
/** Bodies that share fewer shingles than this are not alike whatever their edit distance says; it spares computing it. */
const SURVIVES = 0.25;
/** A longer body is compared by its shingles alone: the distance of two trees costs more than the square of their size. */
const LARGEST_TREE = 400;

/**
 * How alike two bodies are built, from 0 to 1: shingles of node types first, then the edit distance of the trees.
 *
 * One side is always the canonical, so that there are few pairs, and the shingles are compared as they are; hashing them
 * into bands pays only where every pair of a workspace is a candidate.
 */
export function similarity(a: BodyShape, b: BodyShape): number {
  const larger = Math.max(a.kinds.length, b.kinds.length);
  const overlap = jaccard(shingles(a.kinds), shingles(b.kinds));
  if (overlap < SURVIVES || Math.min(a.kinds.length, b.kinds.length) / larger < SURVIVES) {
    return 0;
  }
  return larger > LARGEST_TREE ? overlap : Math.max(0, 1 - treeDistance(a, b) / larger);
}

function shingles(kinds: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (let start = 0; start + SHINGLE <= kinds.length; start++) {
    found.add(kinds.slice(start, start + SHINGLE).join());
  }
  return found;
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const shingle of a) {
    if (b.has(shingle)) {
      shared++;
    }
  }
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
