import { afterEach, describe, expect, it } from 'vitest';
import { createApp, runDemo } from '@/main';
import { shutDown } from '@/server/health';
import { server } from './fakes/clickhouse-client';
import { listen } from './support/listener';

afterEach(() => {
  server.down = false;
});

const post = (threadId: string, headers: Record<string, string> = { 'x-user': 'ada' }) => ({
  method: 'POST',
  path: '/runs',
  headers,
  body: { threadId, text: 'Why did the cost go up?' },
});

describe('the API', () => {
  it('starts a run and tells its thread about it', async () => {
    const socket = listen('app-1');
    const other = listen('app-2');
    const response = await createApp().router.handle(post('app-1'));
    expect(response.status).toBe(202);
    expect(socket.messages().at(-1)?.payload).toMatchObject({ agent: 'report' });
    expect(other.messages()).toEqual([]);
  });

  it('answers with the request ID of the caller', async () => {
    const request = post('app-3', { 'x-user': 'ada', 'x-request-id': 'caller-1' });
    const { headers } = await createApp().router.handle(request);
    expect(headers?.['x-request-id']).toBe('caller-1');
    expect(headers?.['x-correlation-id']).toMatch(/^correlation_/);
  });

  it('gives every other request an ID of its own', async () => {
    const { router } = createApp();
    const [first, second] = [await router.handle(post('app-4')), await router.handle(post('app-4'))];
    expect(first.headers?.['x-request-id']).not.toBe(second.headers?.['x-request-id']);
  });

  it('wants to know the user, and what to do', async () => {
    const { router } = createApp();
    expect((await router.handle(post('app-5', {}))).status).toBe(401);
    expect((await router.handle({ ...post('app-5'), body: {} })).status).toBe(400);
    expect((await router.handle({ ...post('app-5'), path: '/nowhere' })).status).toBe(404);
  });

  it('is healthy as long as ClickHouse is', async () => {
    const { router } = createApp();
    const request = { method: 'GET', path: '/health', headers: {} };
    expect((await router.handle(request)).status).toBe(200);
    server.down = true;
    expect((await router.handle(request)).status).toBe(503);
    await shutDown();
  });

  it('plays the demo', async () => {
    const played = await runDemo(createApp().router);
    expect(played.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(played.map(({ userId }) => userId).sort()).toEqual(['ada', 'grace', 'linus']);
    expect(server.commands).toContain('CREATE TABLE IF NOT EXISTS usage (user_id String, runs UInt32)');
  });
});
