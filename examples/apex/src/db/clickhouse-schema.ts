import type { ClickHouseClient } from '@clickhouse/client';
import { TABLES } from './clickhouse-types';

export class ClickHouseSchema {
  constructor(private readonly client: ClickHouseClient) {}

  async ensureSchema(): Promise<void> {
    await Promise.all(TABLES.map((table) => this.command(`CREATE TABLE IF NOT EXISTS ${table.name}`)));
  }

  async command(sql: string): Promise<void> {
    await this.client.command({ query: sql });
  }

  async query<T>(sql: string): Promise<T[]> {
    return (await this.client.query({ query: sql, format: 'JSONEachRow' })).json<T>();
  }
}
