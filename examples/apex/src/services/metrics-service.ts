import { ClickHouseService } from '@/db/clickhouse-service';
import { ClickHouseConnectionManager } from '@/db/clickhouse-connection-manager';
import { metricsOf, recordMetric } from '@/db/metrics-repository';
import { EVENT_COUNTERS } from '@/ws/events';

export class MetricsService {
  private readonly counters = new Map<string, number>();
  private readonly tenants = new ClickHouseConnectionManager();

  constructor(private readonly store: Pick<ClickHouseService, 'ping'> = new ClickHouseService()) {}

  agentStarted(): number {
    const count = (this.counters.get(EVENT_COUNTERS.started) ?? 0) + 1;
    this.counters.set(EVENT_COUNTERS.started, count);
    return count;
  }

  async spend(userId: string, amount: number): Promise<number> {
    await recordMetric(userId, amount);
    return (await metricsOf(userId)).reduce((sum, value) => sum + value, 0);
  }

  async healthy(): Promise<boolean> {
    return this.store.ping();
  }

  async forget(): Promise<void> {
    await this.tenants.closeAll();
  }
}
