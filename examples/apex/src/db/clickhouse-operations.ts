import { createClient } from '@clickhouse/client';
import type { Row } from './clickhouse-types';

const client = createClient();

export async function queryRows<T>(sql: string, parameters: Row = {}): Promise<T[]> {
  const result = await client.query({ query: sql, query_params: parameters, format: 'JSONEachRow' });
  return result.json<T>();
}

export async function insertRows(table: string, rows: readonly Row[]): Promise<void> {
  await client.insert({ table, values: rows, format: 'JSONEachRow' });
}
