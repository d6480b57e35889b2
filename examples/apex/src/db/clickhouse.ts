import { createClient, type ClickHouseClient } from '@clickhouse/client';
import { CircuitBreaker } from '@/core/circuit-breaker';
import { IdManager } from '@/core/id-manager';
import { TABLES, type Row, type Trace } from './clickhouse-types';

export interface ClickHouseOptions {
  readonly url: string;
  readonly poolSize: number;
}

/** The one way to ClickHouse: a pool, a circuit breaker, the schema, queries and traces. */
export class ClickHouseManager {
  private readonly pool: ClickHouseClient[] = [];
  private turn = 0;

  constructor(
    private readonly options: ClickHouseOptions = { url: 'http://localhost:8123', poolSize: 2 },
    private readonly breaker: CircuitBreaker = new CircuitBreaker(),
  ) {}

  async query<T>(sql: string, parameters: Row = {}): Promise<T[]> {
    return this.breaker.run(async () => {
      const result = await this.client().query({ query: sql, query_params: parameters, format: 'JSONEachRow' });
      return result.json<T>();
    });
  }

  async insert(table: string, rows: readonly Row[]): Promise<void> {
    await this.breaker.run(() => this.client().insert({ table, values: rows, format: 'JSONEachRow' }));
  }

  async command(sql: string): Promise<void> {
    await this.breaker.run(() => this.client().command({ query: sql }));
  }

  async ping(): Promise<boolean> {
    return (await this.client().ping()).success;
  }

  async ensureSchema(): Promise<void> {
    for (const table of TABLES) await this.command(`CREATE TABLE IF NOT EXISTS ${table.name} (${table.columns})`);
  }

  async writeTrace(trace: Trace): Promise<void> {
    const row = { trace_id: IdManager.newId('trace'), run_id: trace.runId, user_id: trace.userId, name: trace.name };
    await this.insert('traces', [row]);
  }

  async close(): Promise<void> {
    await Promise.all(this.pool.splice(0).map((client) => client.close()));
  }

  private client(): ClickHouseClient {
    this.turn = (this.turn + 1) % this.options.poolSize;
    return (this.pool[this.turn] ??= createClient({ url: this.options.url }));
  }
}

let manager: ClickHouseManager | undefined;

export function getClickHouseManager(): ClickHouseManager {
  return (manager ??= new ClickHouseManager());
}

export async function closeClickHouse(): Promise<void> {
  await manager?.close();
  manager = undefined;
}
