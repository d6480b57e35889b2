import { closeClickHouse, getClickHouseManager } from '@/db/clickhouse';
import type { WebSocketManager } from '@/ws/manager';
import { probe } from '@/ws/status-probe';
import type { Handler } from './router';

export function health(sockets: WebSocketManager): Handler {
  return async () => {
    const clickhouse = await getClickHouseManager().ping();
    const websocket = probe(sockets);
    return { status: clickhouse ? 200 : 503, body: { clickhouse, websocket } };
  };
}

export async function shutDown(): Promise<void> {
  await closeClickHouse();
}
