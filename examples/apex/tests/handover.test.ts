import { expect, it, vi } from 'vitest';
import { createUserExecutionContext } from '@/context';
import { handOver } from '@/services/handover';

vi.mock('../src/agents/state', () => ({
  DeepAgentState: class {
    constructor(readonly asked: string) {}
  },
}));

it('hands a conversation over', () => {
  const context = createUserExecutionContext({ userId: 'ada', threadId: 't1', runId: 'r1' });
  const { summary, state } = handOver(context, 'Please call me');
  expect(summary).toBe('ada in t1: Please call me');
  expect(state).toEqual({ asked: 'Please call me' });
});
