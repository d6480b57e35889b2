import { createClient, type ClickHouseClient } from '@clickhouse/client';

/** Keeps a connection per tenant alive. */
export class ClickHouseConnectionManager {
  private readonly connections = new Map<string, ClickHouseClient>();

  connection(tenant: string): ClickHouseClient {
    const existing = this.connections.get(tenant);
    if (existing !== undefined) return existing;
    const created = createClient({ database: tenant });
    this.connections.set(tenant, created);
    return created;
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.connections.values()].map((client) => client.close()));
    this.connections.clear();
  }
}
