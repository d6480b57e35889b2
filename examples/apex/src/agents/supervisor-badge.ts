import type { RunOutcome } from './supervisor-consolidated';

/** Shows what the supervisor has done. */
export class SupervisorBadge {
  run(outcome: RunOutcome): string {
    return `${outcome.runId}: ${String(outcome.results.length)}`;
  }
}
