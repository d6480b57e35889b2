import { getClickHouseManager } from './clickhouse';
import type { Trace } from './clickhouse-types';

interface TraceRow {
  readonly run_id: string;
  readonly user_id: string;
  readonly name: string;
}

export async function tracesOf(userId: string): Promise<Trace[]> {
  const rows = await getClickHouseManager().query<TraceRow>(
    'SELECT run_id, user_id, name FROM traces WHERE user_id = {user_id: String}',
    { user_id: userId },
  );
  return rows.map((row) => ({ runId: row.run_id, userId: row.user_id, name: row.name }));
}
