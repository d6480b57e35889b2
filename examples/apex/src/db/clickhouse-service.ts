import { createClient, type ClickHouseClient } from '@clickhouse/client';
import type { Row } from './clickhouse-types';

export class ClickHouseService {
  private client: ClickHouseClient | null = null;

  async query<T>(sql: string, parameters?: Row): Promise<T[]> {
    const result = await this.connect().query({ query: sql, query_params: parameters });
    return result.json<T>();
  }

  async insert(table: string, rows: readonly Row[]): Promise<void> {
    await this.connect().insert({ table, values: rows });
  }

  async ping(): Promise<boolean> {
    return (await this.connect().ping()).success;
  }

  private connect(): ClickHouseClient {
    this.client ??= createClient();
    return this.client;
  }
}
