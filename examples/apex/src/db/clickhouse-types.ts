import type { ClickHouseClient } from '@clickhouse/client';

export type Row = Record<string, unknown>;

export interface Trace {
  readonly runId: string;
  readonly userId: string;
  readonly name: string;
}

export interface Table {
  readonly name: string;
  readonly columns: string;
}

/** What the driver hands back for one statement. */
export type QueryResult = Awaited<ReturnType<ClickHouseClient['query']>>;

export const TABLES: readonly Table[] = [
  { name: 'traces', columns: 'trace_id String, run_id String, user_id String, name String' },
  { name: 'metrics', columns: 'user_id String, value Float64' },
  { name: 'usage', columns: 'user_id String, runs UInt32' },
];

export const MAX_ROWS_PER_INSERT = 10_000;
