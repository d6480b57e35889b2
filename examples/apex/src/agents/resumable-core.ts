import { AgentExecutionCore, StepLog } from './supervisor';

/** Starts again after the last step that succeeded. */
export class ResumableExecutionCore extends AgentExecutionCore {
  static describe(log: StepLog): string {
    return log.names().join(' > ');
  }

  get position(): number {
    return this.history().length;
  }
}
