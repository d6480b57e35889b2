import type { Logger } from '@/core/logger';

/** Batch jobs keep their owner and their progress together. */
export class JobExecutionContext {
  private done = 0;

  constructor(
    readonly userId: string,
    readonly threadId: string,
    readonly jobId: string,
    private readonly log: Logger,
  ) {}

  advance(step: string): number {
    this.done += 1;
    this.log.info(step, { jobId: this.jobId, done: this.done });
    return this.done;
  }
}
