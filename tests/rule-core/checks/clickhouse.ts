import type { SsotConfig } from '../../../rule-core/src/index.js';
import { fixtureProject, type Report } from '../../fixture-project/fixture-project.js';

export const CLICKHOUSE_CONFIG = {
  concerns: {
    clickhouse: {
      preset: 'clickhouse',
      canonical: 'src/db/clickhouse.ts#ClickHouseManager',
      accessors: ['getClickHouseManager'],
      replacements: [],
    },
  },
} satisfies SsotConfig;

export const CLICKHOUSE_FILES = {
  'src/db/clickhouse.ts': `import { createClient, type ClickHouseClient } from '@clickhouse/client';
import type { AnalyticsStore } from './analytics-store';

export { createClient as newClient } from '@clickhouse/client';

export class ClickHouseManager implements AnalyticsStore {
  private readonly pool: ClickHouseClient = createClient();

  constructor(private readonly options = {}) {}

  async query<T>(sql: string, parameters: Record<string, unknown> = {}): Promise<T[]> {
    if (sql.trim() === '') throw new TypeError('nothing to ask');
    const result = await this.pool.query({ query: sql, query_params: parameters, format: 'JSONEachRow' });
    return result.json<T>();
  }

  async insert(table: string, rows: readonly unknown[]): Promise<void> {
    for (let start = 0; start < rows.length; start += 1000) {
      await this.pool.insert({ table, values: rows.slice(start, start + 1000), format: 'JSONEachRow' });
    }
  }

  async command(sql: string): Promise<void> {
    await this.pool.command({ query: sql });
  }

  async ping(): Promise<boolean> {
    return (await this.pool.ping()).success;
  }

  async ensureSchema(): Promise<void> {
    await this.command('CREATE TABLE IF NOT EXISTS traces (id String)');
  }

  async close(): Promise<void> {
    await this.pool.close();
  }

  getClient(): ClickHouseClient {
    return this.pool;
  }
}

let manager: ClickHouseManager | undefined;

export function getClickHouseManager(): ClickHouseManager {
  return (manager ??= new ClickHouseManager());
}
`,
  'src/db/index.ts': `export * from './clickhouse';\n`,
  'src/db/analytics-store.ts': `export interface AnalyticsStore { query(sql: string): Promise<unknown[]>; insert(table: string, rows: readonly unknown[]): Promise<void>; }\n`,
};

/** What the rule reports in one file beside the canonical. */
export function reportsIn(
  file: string,
  text: string,
  {
    files = {},
    config = CLICKHOUSE_CONFIG,
    strict = false,
  }: { files?: Readonly<Record<string, string>>; config?: SsotConfig; strict?: boolean } = {},
): Report[] {
  return fixtureProject(config, { ...CLICKHOUSE_FILES, ...files, [file]: text }).lint(file, { strict });
}

/** The same without the imports of drivers, each as `text at place (evidence)`. */
export function implementationsReported(
  file: string,
  text: string,
  options?: Parameters<typeof reportsIn>[2],
): string[] {
  return reportsIn(file, text, options)
    .filter(({ check }) => check === 'second-implementation')
    .map(({ at, data }) => `${at}: ${data['evidence'] ?? ''}`);
}
