import { v4 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { AgentExecutionContext } from '@/agents/agent-execution-context';
import { AgentRegistry } from '@/agents/agent-registry';
import { DataAgent } from '@/agents/data-agent';
import { openContext, openSession, openState } from '@/agents/lazy-agents';
import { MeteredSupervisor } from '@/agents/metered-supervisor';
import { ParallelSupervisorAgent } from '@/agents/parallel-supervisor';
import { ReportAgent } from '@/agents/report-agent';
import { DeepAgentState } from '@/agents/state';
import { SupervisorAgent } from '@/agents/supervisor-consolidated';
import { TriageAgent } from '@/agents/triage-agent';
import { getClickHouseManager } from '@/db/clickhouse';
import { tracesOf } from '@/db/trace-repository';
import { EchoAgent } from '@/testing/agent-double';
import { listen } from './support/listener';

const contextOf = (userId: string, threadId: string) =>
  new AgentExecutionContext({ userId, threadId, runId: `test:${uuid()}` });

describe('agents', () => {
  it('triages by topic and tells the thread', async () => {
    const socket = listen('agents-1');
    const result = await new TriageAgent().run('Why is search slow?', contextOf('ada', 'agents-1'));
    expect(result).toEqual({ agent: 'triage', text: 'latency question of ada' });
    expect(socket.messages().map((message) => message.type)).toEqual([
      'agent_started',
      'agent_thinking',
      'agent_completed',
    ]);
  });

  it('writes reports', async () => {
    const { text } = await new ReportAgent().run('What changed since Monday?', contextOf('ada', 'agents-2'));
    expect(text).toBe('Report: What changed since Monday? (ada in agents-2)');
  });

  it('collects data of one user only', async () => {
    await getClickHouseManager().insert('metrics', [
      { user_id: 'collect-me', value: 2 },
      { user_id: 'collect-me', value: 3 },
      { user_id: 'somebody-else', value: 50 },
    ]);
    const state = new DeepAgentState('sum', 'collect-me');
    expect((await new DataAgent().collect(state)).output).toBe('2 rows, total 5');
    expect(state.stepCount).toBe(1);
  });

  it('runs registered agents and tells listeners for whom', async () => {
    const seen: string[] = [];
    const registry = new AgentRegistry().register(new EchoAgent());
    registry.onRun((context) => seen.push(context.describe()));
    const { text } = await registry.run('echo', 'hello', contextOf('grace', 'agents-3'));
    expect(text).toBe('hello');
    expect(seen).toEqual(['grace in agents-3']);
    await expect(registry.run('nobody', '', contextOf('grace', 'agents-3'))).rejects.toThrow('no agent called nobody');
  });

  it('loads contexts lazily', async () => {
    const init = { userId: 'ada', threadId: 'lazy', runId: 'r' };
    expect((await openContext(init)).owns('lazy')).toBe(true);
    expect((await openSession(init)).owns('other')).toBe(false);
    expect((await openState('question')).userRequest).toBe('question');
  });
});

describe('supervisors', () => {
  it('runs its plan in order and leaves a trace', async () => {
    const outcome = await new SupervisorAgent().run({ userId: 'sup', threadId: 'sup-1', text: 'What does it cost?' });
    expect(outcome.results.map((result) => result.agent)).toEqual(['triage', 'report']);
    expect(await tracesOf('sup')).toEqual([{ runId: outcome.runId, userId: 'sup', name: 'triage+report' }]);
  });

  it('meters paying accounts', async () => {
    await new MeteredSupervisor().run({ userId: 'paying', threadId: 'sup-2', text: 'Hi' });
    const rows = await getClickHouseManager().query('SELECT * FROM usage', { user_id: 'paying' });
    expect(rows).toEqual([{ user_id: 'paying', runs: 1 }]);
  });

  it('runs agents side by side', async () => {
    const supervisor = new ParallelSupervisorAgent([new EchoAgent(), new TriageAgent()]);
    const results = await supervisor.run('ada', 'sup-3', 'bill');
    expect(results.map((result) => result.text)).toEqual(['bill', 'cost question of ada']);
  });
});
