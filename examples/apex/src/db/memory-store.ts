export interface StoredThread {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
}

type Filter = Partial<StoredThread>;

/** Threads live in PostgreSQL; this is its stand-in on a laptop. */
export class ThreadStore {
  private readonly rows: StoredThread[] = [];

  async query(filter: Filter): Promise<StoredThread[]> {
    return this.rows.filter((row) => (filter.owner ?? row.owner) === row.owner && (filter.id ?? row.id) === row.id);
  }

  async insert(row: StoredThread): Promise<void> {
    this.rows.push(row);
  }

  async ping(): Promise<boolean> {
    return true;
  }
}
