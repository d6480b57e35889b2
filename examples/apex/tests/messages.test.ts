import { describe, expect, it } from 'vitest';
import { AGENT_EVENTS, getWebSocketBridge, WebSocketBridge } from '@/ws';
import { BrandedBridge } from '@/ws/branded-bridge';
import { createNotifier } from '@/ws/create-notifier';
import { followPrices } from '@/ws/partner-feed';
import { probe } from '@/ws/status-probe';
import { ThreadStream } from '@/integrations/thread-stream';
import { MessageRouter } from '@/services/message-router';
import { NotificationService } from '@/services/notification-service';
import { RunService } from '@/services/run-service';
import { ToolRunner } from '@/services/tool-runner';
import { extractThreadId, generateRunId } from '@/utils/run-id-generator';
import { DigestService } from '@/services/digest-service';
import { WebSocket } from './fakes/ws';
import { listen } from './support/listener';

const types = (socket: WebSocket) => socket.messages().map((message) => message.type);

describe('messages', () => {
  it('reach the thread of their run', () => {
    const socket = listen('m1');
    const router = new MessageRouter(getWebSocketBridge());
    expect(router.route(generateRunId('m1'), { type: 'agent_thinking', payload: {} })).toBe(1);
    expect(router.route(router.followUp('m1', 'and then?'), { type: 'agent_completed', payload: {} })).toBe(1);
    expect(types(socket)).toEqual(['agent_thinking', 'agent_thinking', 'agent_completed']);
  });

  it('of two runs of a thread meet there', () => {
    const router = new MessageRouter(getWebSocketBridge());
    expect(router.sameThread(generateRunId('m2'), generateRunId('m2'))).toBe(true);
    expect(router.sameThread(generateRunId('m2'), generateRunId('m3'))).toBe(false);
    expect(extractThreadId(generateRunId('m2'))).toBe('m2');
  });

  it('of a started run come in order', async () => {
    const socket = listen('m4');
    const runs = new RunService();
    const { runId } = await runs.start('ada', 'm4', 'Why is it slow?');
    expect(runs.find(runId)).toMatchObject({ userId: 'ada', threadId: 'm4' });
    expect(types(socket)[0]).toBe('agent_thinking');
    expect(types(socket).at(-1)).toBe('agent_completed');
  });

  it('of tools reach their thread', async () => {
    const socket = listen('m5');
    const runner = new ToolRunner(new Map([['shout', async (input: string) => input.toUpperCase()]]));
    const context = { userId: 'ada', threadId: 'm5', runId: 'r', metadata: {}, createdAt: 0 };
    const tool = { ...context, owns: () => true, describe: () => '', with: () => tool };
    expect(await runner.run('shout', 'hi', tool)).toBe('HI');
    expect(types(socket)).toEqual(['tool_executing', 'tool_completed']);
    expect(await ToolRunner.rehearse(async (_, { threadId }) => threadId, '')).toBe('rehearsal');
  });

  it('can be written to as a stream', () => {
    const socket = listen('m6');
    new ThreadStream(getWebSocketBridge(), 'm6').write('line');
    expect(socket.messages()).toEqual([{ type: 'tool_completed', payload: { tool: 'stream', output: 'line' } }]);
  });

  it('tell users what happens outside of runs', () => {
    const socket = listen('m7');
    const notifications = new NotificationService();
    notifications.finished('m7', 'report');
    notifications.paused('m7', 'quota');
    notifications.toolDone('m7', 'sql', '3 rows');
    expect(notifications.progress('m7', 'almost')).toBe(1);
    expect(socket.messages()).toHaveLength(4);
  });

  it('sum up a thread', () => {
    const socket = listen('m11');
    const digests = new DigestService();
    expect(digests.publish('m11')).toBe(0);
    digests.note('m11', 'slow query found');
    digests.note('m11', 'index added');
    expect(digests.publish('m11')).toBe(2);
    expect(socket.messages()).toEqual([
      { type: 'agent_completed', payload: { agent: 'digest', text: 'slow query found\nindex added' } },
    ]);
  });

  it('carry a brand', () => {
    const socket = listen('m8');
    const branded = new BrandedBridge('Acme');
    branded.started('m8', 'triage');
    branded.completed('m8', 'triage', 'done');
    branded.send('m8', {});
    expect(socket.messages().map(({ payload }) => payload['agent'] ?? payload['brand'])).toEqual([
      'Acme triage',
      'Acme triage',
      'Acme',
    ]);
  });

  it('cover the five events', () => {
    const socket = listen('m9');
    const { started, thinking, completed } = createNotifier();
    started('m9', 'a');
    thinking('m9', 'a', 'hm');
    getWebSocketBridge().notifyToolExecuting('m9', 't');
    getWebSocketBridge().notifyToolCompleted('m9', 't', 'ok');
    completed('m9', 'a', 'done');
    expect(types(socket)).toEqual(AGENT_EVENTS);
  });

  it('get lost where nobody listens', () => {
    const bridge = new WebSocketBridge();
    expect(bridge.sendToThread('empty', { type: 'agent_started', payload: {} })).toBe(0);
    const socket = listen('m10');
    const before = probe(getWebSocketBridge().manager).connections;
    socket.close();
    expect(probe(getWebSocketBridge().manager)).toEqual({ connections: before - 1, healthy: true });
    expect(getWebSocketBridge().sendToThread('m10', { type: 'agent_started', payload: {} })).toBe(0);
  });

  it('of partners are followed', () => {
    const prices: [string, number][] = [];
    const stop = followPrices('ws://prices.example', (model, price) => prices.push([model, price]));
    const socket = WebSocket.opened.at(-1);
    socket?.emit('message', '{"model":"small","price":0.2}');
    stop();
    expect(prices).toEqual([['small', 0.2]]);
    expect(socket?.readyState).toBe(3);
  });
});
