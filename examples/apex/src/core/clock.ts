export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** Half-open, as ClickHouse partitions are. */
export function dayBounds(time: number): { from: number; to: number } {
  const from = Math.floor(time / 86_400_000) * 86_400_000;
  return { from, to: from + 86_400_000 };
}

export function timestamp(clock: Clock = systemClock): string {
  return new Date(clock.now()).toISOString();
}
