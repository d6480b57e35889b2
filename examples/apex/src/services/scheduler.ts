import { contextOfThisRequest } from '@/context';
import type { RunService } from './run-service';

export interface Schedule {
  readonly runId: string;
  readonly dueAt: number;
}

/** Runs a question again later, for whoever asks now. */
export class Scheduler {
  private readonly schedules: Schedule[] = [];

  later(delay: number): Schedule {
    const { threadId } = contextOfThisRequest();
    const suffix = Math.random().toString(36).slice(2, 8);
    const runId = `thread_${threadId}_run_${Date.now()}_${suffix}`;
    const schedule = { runId, dueAt: Date.now() + delay };
    this.schedules.push(schedule);
    return schedule;
  }

  async runDue(now: number, runs: RunService): Promise<number> {
    const due = this.schedules.filter((schedule) => schedule.dueAt <= now);
    for (const schedule of due) {
      const run = runs.find(schedule.runId);
      if (run !== undefined) await runs.start(run.userId, run.threadId, run.text);
    }
    return due.length;
  }
}
