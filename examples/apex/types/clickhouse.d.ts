declare module '@clickhouse/client' {
  export interface ClickHouseClientConfigOptions {
    url?: string;
    username?: string;
    password?: string;
    database?: string;
    max_open_connections?: number;
  }

  export interface ResultSet {
    json<T>(): Promise<T[]>;
  }

  export interface ClickHouseClient {
    query(params: {
      query: string;
      query_params?: Record<string, unknown>;
      format?: 'JSONEachRow';
    }): Promise<ResultSet>;
    insert(params: { table: string; values: readonly unknown[]; format?: 'JSONEachRow' }): Promise<void>;
    command(params: { query: string }): Promise<void>;
    ping(): Promise<{ success: boolean }>;
    close(): Promise<void>;
  }

  export function createClient(config?: ClickHouseClientConfigOptions): ClickHouseClient;
}
