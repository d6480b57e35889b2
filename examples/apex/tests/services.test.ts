import { beforeEach, describe, expect, it } from 'vitest';
import { resetServer, server } from './fakes/clickhouse-client';
import { createUserExecutionContext, runWithContext } from '@/context';
import { createApiKey, cspHeader } from '@/core/secrets';
import { ClickHouseManager, getClickHouseManager } from '@/db/clickhouse';
import { recommend } from '@/agents/optimization-agent';
import { AgentStateSnapshot } from '@/agents/agent-state-snapshot';
import { DeepAgentState } from '@/agents/state';
import { reopen, replayTitle } from '@/agents/session-replay';
import { AuditLog } from '@/services/audit-log';
import { invoice } from '@/services/billing';
import { AnswerCache } from '@/services/cache-service';
import { exportTraces } from '@/services/export-service';
import { FeedbackService } from '@/services/feedback-service';
import { MetricsService } from '@/services/metrics-service';
import { RunService } from '@/services/run-service';
import { Scheduler } from '@/services/scheduler';
import { openSession } from '@/services/session-service';
import { ThreadService } from '@/services/thread-service';
import { openUpload } from '@/services/upload-service';
import { importThread } from '@/legacy/thread-import.js';
import { openPrototypeSession } from '@/legacy/prototype-session.js';

beforeEach(resetServer);

describe('services', () => {
  it('keep an audit log', () => {
    const log = new AuditLog();
    const entry = log.append('ada', 'login');
    expect(log.find(entry.id)?.actor).toBe('ada');
    expect(log.find('no such entry')).toBeUndefined();
  });

  it('bill by the run', async () => {
    await getClickHouseManager().writeTrace({ runId: 'r', userId: 'billed', name: 'triage' });
    expect(await invoice('billed', 'po-7')).toMatchObject({ paymentRef: 'po-7', runs: 1, total: 0.02 });
  });

  it('export traces', async () => {
    await getClickHouseManager().writeTrace({ runId: 'r', userId: 'exported', name: 'triage' });
    const { fileName, body } = await exportTraces('exported');
    expect(fileName).toMatch(/^report-exported-\d+\.json$/);
    expect(JSON.parse(body)).toEqual([{ runId: 'r', userId: 'exported', name: 'triage' }]);
  });

  it('spend and report health', async () => {
    const metrics = new MetricsService();
    await metrics.spend('m', 2);
    expect(await metrics.spend('m', 3)).toBe(5);
    expect(await metrics.healthy()).toBe(true);
    expect([metrics.agentStarted(), metrics.agentStarted()]).toEqual([1, 2]);
  });

  it('open the circuit after three failures', async () => {
    const manager = new ClickHouseManager({ url: 'http://test', poolSize: 1 });
    server.down = true;
    for (let attempt = 0; attempt < 3; attempt += 1) await expect(manager.command('x')).rejects.toThrow('ECONNREFUSED');
    await expect(manager.command('x')).rejects.toThrow('circuit is open');
  });

  it('create threads of one owner', async () => {
    const threads = new ThreadService();
    const thread = await threads.create('ada', 'Costs');
    await threads.create('grace', 'Search');
    expect(await threads.ofUser('ada')).toEqual([thread]);
    expect((await threads.rename(thread.id, 'Spend'))?.title).toBe('Spend');
  });

  it('schedule for whoever asks', async () => {
    const context = createUserExecutionContext({ userId: 'ada', threadId: 'later', runId: 'r' });
    const scheduler = new Scheduler();
    const schedule = runWithContext(context, () => scheduler.later(1_000));
    expect(schedule.runId).toContain('later');
    expect(await scheduler.runDue(schedule.dueAt, new RunService())).toBe(1);
  });

  it('tell feedback and uploads apart', () => {
    const feedback = new FeedbackService();
    expect(feedback.add(4).feedbackId).not.toBe(feedback.add(2).feedbackId);
    expect(feedback.average()).toBe(3);
    expect(openUpload(2048).size).toBe('2.0 KiB');
    expect(openUpload(1).uploadId).not.toBe(openUpload(1).uploadId);
  });

  it('open sessions with the run that the caller chooses', () => {
    expect(openSession('ada', 't1', (threadId) => `first of ${threadId}`).firstRun).toBe('first of t1');
    expect(createApiKey().secret).toMatch(/^sk_live_[0-9a-f]{48}$/);
    expect(cspHeader().value).toContain(cspHeader().value.slice(0, 18));
  });

  it('forget answers after a while', () => {
    const cache = new AnswerCache(-1);
    cache.put('q', 'a');
    expect(cache.get('q')).toBeUndefined();
  });

  it('compare and replay runs', () => {
    const before = new DeepAgentState('q', 'ada');
    const after = AgentStateSnapshot.of(before);
    after.remember({ tool: 'cache', output: 'hit' });
    expect(recommend(before, after)).toEqual([{ title: 'keep cache', savings: -1 }]);
    expect(replayTitle(reopen('ada', 't', 'r7'), after)).toBe('r7: q after 1 steps');
  });

  it('bring conversations of the prototype over', () => {
    const session = openPrototypeSession('ada', 'c1');
    const thread = importThread(new DeepAgentState('q', 'ada'), session);
    expect(thread).toMatchObject({ owner: 'ada', messages: [] });
    expect(session.owns('c1')).toBe(true);
  });
});
