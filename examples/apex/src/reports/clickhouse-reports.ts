import type { ClickHouseManager } from '@/db/clickhouse';
import type { Row } from '@/db/clickhouse-types';

/** The reports that ClickHouse can answer; the manager is the caller's. */
export class ClickHouseReports {
  constructor(private readonly manager: Pick<ClickHouseManager, 'query' | 'insert'>) {}

  async query(month: string): Promise<Row[]> {
    return this.manager.query<Row>('SELECT * FROM reports WHERE month = {month: String}', { month });
  }

  async insert(month: string, rows: readonly Row[]): Promise<void> {
    await this.manager.insert(
      'reports',
      rows.map((row) => ({ ...row, month })),
    );
  }
}
