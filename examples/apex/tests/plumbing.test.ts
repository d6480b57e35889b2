import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultPrompt } from '@/agents/prompt-context';
import { escalate } from '@/services/escalation';
import { importRuns } from '@/services/bulk-import';
import { MessageRouter } from '@/services/message-router';
import { rehearse } from '@/services/rehearsal';
import { ConnectionBadge } from '@/ui/connection-badge';
import { getWebSocketBridge } from '@/ws';
import { listen } from './support/listener';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('plumbing', () => {
  it('escalates with a level', () => {
    const context = escalate({ userId: 'ada', threadId: 't', runId: 'r', metadata: { topic: 'cost' } }, 2);
    expect(context.metadata).toEqual({ topic: 'cost', level: '2' });
  });

  it('rehearses', () => {
    expect(rehearse('ada')).toBe('ada in rehearsal, ada in rehearsal');
  });

  it('routes messages of imported runs', () => {
    const socket = listen('imported');
    const [run] = importRuns('imported', ['first']);
    new MessageRouter(getWebSocketBridge()).route(run?.runId ?? '', { type: 'agent_completed', payload: {} });
    expect(socket.messages()).toEqual([{ type: 'agent_completed', payload: {} }]);
  });

  it('renders prompts', () => {
    expect(defaultPrompt.render('Be {tone}, {name}.')).toBe('Be friendly, {name}.');
  });

  it('shows whether a socket is live', () => {
    vi.stubGlobal('WebSocket', { OPEN: 1 });
    expect(ConnectionBadge({ socket: { readyState: 1 } }).props['children']).toBe('live');
    expect(ConnectionBadge({ socket: { readyState: 3 } }).props['children']).toBe('offline');
  });
});
