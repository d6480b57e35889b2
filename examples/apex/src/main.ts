import { fileURLToPath } from 'node:url';
import { createLogger } from '@/core/logger';
import { getClickHouseManager } from '@/db/clickhouse';
import { scenario } from '@/demo/scenario';
import { createHttpServer } from '@/server/http-server';
import { health, shutDown } from '@/server/health';
import { withCorrelation, withRequestId } from '@/server/request-id';
import { Router } from '@/server/router';
import { startRun } from '@/server/run-routes';
import { RunService } from '@/services/run-service';
import { getWebSocketBridge } from '@/ws/bridge';

export function createApp() {
  const { manager } = getWebSocketBridge();
  const router = new Router()
    .on('GET', '/health', health(manager))
    .on('POST', '/runs', withRequestId(withCorrelation(startRun(new RunService()))));
  const server = createHttpServer(router);
  return { router, server, sockets: manager };
}

/** Plays a morning of three users against the router, without a network. */
export async function runDemo(router: Router): Promise<readonly { userId: string; status: number }[]> {
  await getClickHouseManager().ensureSchema();
  const played = [];
  for (const { userId, threadId, text } of scenario(['ada', 'grace', 'linus'])) {
    const headers = { 'x-user': userId };
    const { status } = await router.handle({ method: 'POST', path: '/runs', headers, body: { threadId, text } });
    played.push({ userId, status });
  }
  return played;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const log = createLogger('main');
  const { router, server, sockets } = createApp();
  sockets.attach(server);
  server.listen(Number(process.env['PORT'] ?? 8080), () => log.info('listening'));
  await runDemo(router);
  process.once('SIGTERM', () => void shutDown().then(() => server.close()));
}
