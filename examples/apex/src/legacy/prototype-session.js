import { AgentExecutionContext } from '../agents/agent-execution-context';

/**
 * @param {string} userId
 * @param {string} conversation
 */
export function openPrototypeSession(userId, conversation) {
  return new AgentExecutionContext({ userId, threadId: conversation, runId: `prototype:${conversation}` });
}
