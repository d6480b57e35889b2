import { createClient } from '@clickhouse/client';
import type { Row } from '@/db/clickhouse-types';

const client = createClient({ database: 'reports' });

/** What the monthly report is made of. */
export const usageStore = {
  async query<T>(sql: string): Promise<T[]> {
    return (await client.query({ query: sql, format: 'JSONEachRow' })).json<T>();
  },
  insert: (table: string, rows: readonly Row[]): Promise<void> => client.insert({ table, values: rows }),
};
