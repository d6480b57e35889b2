/**
 * When a host wants the disk looked at again: `now`, `due` as often as costs little, or `never`, for a run over the files as
 * they were at its start.
 */
export type RecheckTime = 'now' | 'due' | 'never';

/** How much of the time in which the process has nothing to do may go into looking: a hundredth. */
const SHARE_OF_IDLE_TIME = 100;
/** How much of all time may, where there is no such time: a thousandth. */
const SHARE_OF_TIME = 1000;

/**
 * When to look again whether something on disk changed: as often as costs little. What is cheap to look at is looked at often;
 * there is no fixed interval. A run over many files has hardly any idle time, an editor's server has plenty between two edits.
 */
export class Recheck {
  #cost = 0;
  #last = -Infinity;
  #idle = 0;

  /** Whether to look. */
  isDue(when: RecheckTime = 'due'): boolean {
    if (when !== 'due') return when === 'now';
    return (
      performance.now() - this.#last >= this.#cost * SHARE_OF_TIME ||
      idleTime() - this.#idle >= this.#cost * SHARE_OF_IDLE_TIME
    );
  }

  /** Looks, and remembers what that cost. */
  run<Result>(look: () => Result): Result {
    const start = performance.now();
    const result = look();
    this.#last = performance.now();
    this.#cost = this.#last - start;
    this.#idle = idleTime();
    return result;
  }
}

/** Since the start of the process, in milliseconds. */
function idleTime(): number {
  return performance.eventLoopUtilization().idle;
}
