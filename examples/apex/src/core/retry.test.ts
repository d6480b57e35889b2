import { describe, expect, it } from 'vitest';
import { backoffDelay, retry } from './retry';

describe('retry', () => {
  it('tries again until it works', async () => {
    const delays: number[] = [];
    let calls = 0;
    const result = await retry(
      async () => {
        calls += 1;
        if (calls < 3) throw new Error('busy');
        return 'done';
      },
      { attempts: 5, baseDelay: 10, sleep: async (delay) => void delays.push(delay) },
    );
    expect(result).toBe('done');
    expect(delays).toHaveLength(2);
  });

  it('waits half a minute at most', () => {
    expect(backoffDelay(30, 1_000)).toBeLessThanOrEqual(30_000);
  });
});
