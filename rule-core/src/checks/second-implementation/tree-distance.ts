import type { BodyShape } from '../../source/structure/index.js';

/** What turning one tree into another costs. A renamed node is cheap: the same work is often written with another expression. */
const RENAME = 0.3;
const INSERT_OR_DELETE = 1;

/** A tree in postorder, as the algorithm wants it. */
interface OrderedTree {
  readonly kinds: readonly string[];
  /** For each node the first leaf below it, by postorder number. */
  readonly leftmost: readonly number[];
  readonly keyRoots: readonly number[];
}

/**
 * The edit distance of two trees (Zhang and Shasha, "Simple fast algorithms for the editing distance between trees and
 * related problems", SIAM J. Comput. 18(6), 1989). Costs O(n·m·depth²); callers compare small bodies only.
 */
export function treeDistance(a: BodyShape, b: BodyShape): number {
  const left = orderedTree(a);
  const right = orderedTree(b);
  const width = right.kinds.length;
  const distances = new Float64Array(left.kinds.length * width);
  for (const i of left.keyRoots) {
    for (const j of right.keyRoots) {
      forestDistance(left, right, i, j, distances, width);
    }
  }
  return distances[left.kinds.length * width - 1] ?? Math.max(left.kinds.length, width);
}

function forestDistance(
  a: OrderedTree,
  b: OrderedTree,
  i: number,
  j: number,
  distances: Float64Array,
  width: number,
): void {
  const startA = a.leftmost[i] ?? 0;
  const startB = b.leftmost[j] ?? 0;
  const rows = i - startA + 2;
  const columns = j - startB + 2;
  const forest = new Float64Array(rows * columns);
  const at = (row: number, column: number): number => forest[row * columns + column] ?? 0;
  for (let row = 1; row < rows; row++) {
    forest[row * columns] = at(row - 1, 0) + INSERT_OR_DELETE;
  }
  for (let column = 1; column < columns; column++) {
    forest[column] = at(0, column - 1) + INSERT_OR_DELETE;
  }
  for (let row = 1; row < rows; row++) {
    for (let column = 1; column < columns; column++) {
      const nodeA = startA + row - 1;
      const nodeB = startB + column - 1;
      const gap = Math.min(at(row - 1, column), at(row, column - 1)) + INSERT_OR_DELETE;
      const areTrees = a.leftmost[nodeA] === startA && b.leftmost[nodeB] === startB;
      if (areTrees) {
        const rename = a.kinds[nodeA] === b.kinds[nodeB] ? 0 : RENAME;
        const distance = Math.min(gap, at(row - 1, column - 1) + rename);
        forest[row * columns + column] = distance;
        distances[nodeA * width + nodeB] = distance;
      } else {
        const before = at((a.leftmost[nodeA] ?? 0) - startA, (b.leftmost[nodeB] ?? 0) - startB);
        forest[row * columns + column] = Math.min(gap, before + (distances[nodeA * width + nodeB] ?? 0));
      }
    }
  }
}

function orderedTree({ kinds, depths }: BodyShape): OrderedTree {
  const order: string[] = [];
  const leftmost: number[] = [];
  const open: { readonly kind: string; readonly depth: number; first: number }[] = [];
  const close = (depth: number): void => {
    for (let node = open.at(-1); node !== undefined && node.depth >= depth; node = open.at(-1)) {
      open.pop();
      const number = order.length;
      const first = node.first === -1 ? number : node.first;
      order.push(node.kind);
      leftmost.push(first);
      const parent = open.at(-1);
      if (parent?.first === -1) {
        parent.first = first;
      }
    }
  };
  kinds.forEach((kind, index) => {
    const depth = depths[index] ?? 0;
    close(depth);
    open.push({ kind, depth, first: -1 });
  });
  close(0);
  const lastByLeaf = new Map<number, number>();
  leftmost.forEach((leaf, number) => lastByLeaf.set(leaf, number));
  return { kinds: order, leftmost, keyRoots: [...lastByLeaf.values()].sort((a, b) => a - b) };
}
