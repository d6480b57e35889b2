import { v4 as uuid, validate } from 'uuid';

export interface RunIdParts {
  readonly threadId: string;
  readonly unique: string;
}

const RUN_ID = /^run_(.+)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

// Runs archived before 2025 carry the gateway's shape, and the archive is never rewritten.
const ARCHIVED_RUN_ID = /^thread_(.+)_run_(\d+_[0-9a-z]+)$/;

function withPrefix(prefix: string): string {
  return `${prefix}_${uuid()}`;
}

/** Every ID of the platform is made and read here: consumers find a run's thread by its ID. */
export class IdManager {
  /** `run_${threadId}_${uuid}` */
  static generateRunId(threadId: string): string {
    return withPrefix(`run_${threadId}`);
  }

  static newId(prefix = 'id'): string {
    return withPrefix(prefix);
  }

  static parseRunId(runId: string): RunIdParts | undefined {
    const match = RUN_ID.exec(runId) ?? ARCHIVED_RUN_ID.exec(runId);
    const [, threadId, unique] = match ?? [];
    return threadId === undefined || unique === undefined ? undefined : { threadId, unique };
  }

  static threadIdOf(runId: string): string | undefined {
    return IdManager.parseRunId(runId)?.threadId;
  }

  static isRunId(value: string): boolean {
    const parts = IdManager.parseRunId(value);
    return parts !== undefined && (validate(parts.unique) || ARCHIVED_RUN_ID.test(value));
  }
}
