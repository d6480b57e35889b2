export interface SamplingOptions {
  readonly rate: number;
  readonly random?: () => number;
}

export function shouldSample({ rate, random = Math.random }: SamplingOptions): boolean {
  return random() < rate;
}

/** Fisher–Yates, in place. */
export function shuffle<T>(items: T[]): T[] {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = Math.floor(Math.random() * (index + 1));
    [items[index], items[other]] = [items[other] as T, items[index] as T];
  }
  return items;
}

export function demoLatency(): number {
  return 40 + Math.floor(Math.random() * 160);
}
