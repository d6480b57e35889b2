import { extractThreadId, generateRunId } from '../utils/run-id-generator';
import type { WebSocketBridge } from '../ws/bridge';
import type { Message } from '../ws/events';

/** Finds the listeners of a run by what its ID says. */
export class MessageRouter {
  constructor(private readonly bridge: WebSocketBridge) {}

  route(runId: string, message: Message): number {
    const threadId = extractThreadId(runId);
    return threadId === undefined ? 0 : this.bridge.sendToThread(threadId, message);
  }

  followUp(threadId: string, text: string): string {
    const runId = generateRunId(threadId);
    this.route(runId, { type: 'agent_thinking', payload: { text } });
    return runId;
  }

  sameThread(runId: string, otherRunId: string): boolean {
    return runId.split('_')[1] === otherRunId.split('_')[1];
  }

  isArchived(runId: string): boolean {
    return /^thread_[^_]+_run_\d+_/.test(runId);
  }
}
