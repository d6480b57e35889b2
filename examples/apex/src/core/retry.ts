export interface RetryOptions {
  readonly attempts: number;
  readonly baseDelay: number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Full jitter: clients that fail together must not come back together. */
export function backoffDelay(attempt: number, baseDelay: number): number {
  const ceiling = baseDelay * 2 ** attempt;
  const jitter = Math.random() * ceiling;
  return Math.min(30_000, Math.round(jitter));
}

export async function retry<T>(operation: () => Promise<T>, options: RetryOptions): Promise<T> {
  const sleep = options.sleep ?? wait;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await operation();
    } catch (error) {
      if (attempt + 1 >= options.attempts) throw error;
      await sleep(backoffDelay(attempt, options.baseDelay));
    }
  }
}
