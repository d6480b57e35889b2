import { createClient as connect } from '@clickhouse/client';
import type { Row } from './clickhouse-types';

export interface Analytics {
  query<T>(sql: string): Promise<T[]>;
  insert(table: string, rows: readonly Row[]): Promise<void>;
  ping(): Promise<boolean>;
}

export function createAnalytics(url: string): Analytics {
  const client = connect({ url, max_open_connections: 4 });
  return {
    query: async <T>(sql: string) => (await client.query({ query: sql })).json<T>(),
    insert: (table, rows) => client.insert({ table, values: rows }),
    ping: async () => (await client.ping()).success,
  };
}
