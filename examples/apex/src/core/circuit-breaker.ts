import { systemClock, type Clock } from './clock';

export class CircuitOpenError extends Error {}

export class CircuitBreaker {
  private failures = 0;
  private openUntil = 0;

  constructor(
    private readonly threshold = 3,
    private readonly coolDown = 10_000,
    private readonly clock: Clock = systemClock,
  ) {}

  async run<T>(operation: () => Promise<T>): Promise<T> {
    if (this.clock.now() < this.openUntil) throw new CircuitOpenError('circuit is open');
    try {
      const result = await operation();
      this.failures = 0;
      return result;
    } catch (error) {
      this.failures += 1;
      if (this.failures >= this.threshold) this.openUntil = this.clock.now() + this.coolDown;
      throw error;
    }
  }
}
