import { SupervisorAgent, type RunOutcome } from '@/agents/supervisor-consolidated';
import { generateRunId } from '@/utils/run-id-generator';
import { getWebSocketBridge, type WebSocketBridge } from '@/ws/bridge';

export interface Run {
  readonly runId: string;
  readonly userId: string;
  readonly threadId: string;
  readonly text: string;
}

export class RunService {
  private readonly runs = new Map<string, Run>();

  constructor(
    private readonly supervisor: SupervisorAgent = new SupervisorAgent(),
    private readonly bridge: WebSocketBridge = getWebSocketBridge(),
  ) {}

  async start(userId: string, threadId: string, text: string): Promise<RunOutcome> {
    const runId = generateRunId(threadId);
    this.runs.set(runId, { runId, userId, threadId, text });
    this.bridge.sendMessage(threadId, { type: 'agent_thinking', payload: { runId, queued: true } });
    return this.supervisor.run({ userId, threadId, text }, runId);
  }

  find(runId: string): Run | undefined {
    return this.runs.get(runId);
  }
}
