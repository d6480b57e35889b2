import { createClient } from '@clickhouse/client';
import { createLogger } from '@/core/logger';
import { TABLES } from './clickhouse-types';

/** Creates what is missing when the platform starts. */
export class ClickHouseInitializer {
  private readonly log = createLogger('clickhouse-initializer');
  private readonly client = createClient({ url: process.env['CLICKHOUSE_URL'] ?? 'http://localhost:8123' });

  async initialize(): Promise<number> {
    for (const table of TABLES) {
      this.log.info('creating', { table: table.name });
      await this.client.command({ query: `CREATE TABLE IF NOT EXISTS ${table.name} (${table.columns})` });
    }
    return TABLES.length;
  }

  async close(): Promise<void> {
    await this.client.close();
  }
}
