/**
 * When a host wants the disk looked at again: `now`, `due` as often as costs little, or `never`, for a run over the files as
 * they were at its start.
 */
export type RecheckTime = 'now' | 'due' | 'never';

/** How much of the time may go into looking whether something changed: a hundredth. */
const share = 100;

/**
 * When to look again whether something on disk changed: as often as costs a hundredth of the time at most. What is cheap
 * to look at is looked at often; there is no fixed interval.
 */
export class Recheck {
  #cost = 0;
  #last = -Infinity;

  /** Whether to look. */
  isDue(when: RecheckTime = 'due'): boolean {
    if (when !== 'due') return when === 'now';
    return performance.now() - this.#last >= this.#cost * share;
  }

  /** Looks, and remembers what that cost. */
  run<Result>(look: () => Result): Result {
    const start = performance.now();
    const result = look();
    this.#last = performance.now();
    this.#cost = this.#last - start;
    return result;
  }
}
