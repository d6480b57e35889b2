/** For machines without ClickHouse: everything works, and nothing happens. */
export class QuietClickHouse {
  async query(): Promise<never[]> {
    return [];
  }

  async insert(): Promise<void> {}

  async ping(): Promise<boolean> {
    return true;
  }
}
