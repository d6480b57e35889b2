import * as clickhouse from '@clickhouse/client';
import type { Trace } from './clickhouse-types';

/** Collects traces and writes them in one insert. */
export class ClickHouseTraceWriter {
  private pending: Trace[] = [];
  private readonly client = clickhouse.createClient();

  constructor(private readonly batchSize = 50) {}

  async writeTrace(trace: Trace): Promise<void> {
    this.pending.push(trace);
    if (this.pending.length >= this.batchSize) await this.flush();
  }

  async flush(): Promise<void> {
    const values = this.pending.splice(0).map((trace) => ({ run_id: trace.runId, name: trace.name }));
    if (values.length > 0) await this.client.insert({ table: 'traces', values, format: 'JSONEachRow' });
  }
}
