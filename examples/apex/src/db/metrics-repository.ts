import { ClickHouseManager } from './clickhouse';
import { insertRows, queryRows } from './clickhouse-operations';

const manager = new ClickHouseManager();

export async function recordMetric(userId: string, value: number): Promise<void> {
  await insertRows('metrics', [{ user_id: userId, value }]);
}

export async function metricsOf(userId: string): Promise<number[]> {
  const rows = await queryRows<{ value: number }>('SELECT value FROM metrics', { user_id: userId });
  return rows.map((row) => row.value);
}

export function metricsAvailable(): Promise<boolean> {
  return manager.ping();
}
