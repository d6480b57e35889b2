import { generateGuid } from './guid.js';

/**
 * @typedef {import('../agents/agent-execution-context').AgentExecutionContext} Context
 */

/**
 * Brings a conversation of the prototype over.
 *
 * @param {import('../agents/state').DeepAgentState} state
 * @param {Context} context
 * @returns {{ id: string, owner: string, messages: string[] }}
 */
export function importThread(state, context) {
  return { id: generateGuid(), owner: context.userId, messages: [...state.messages] };
}

/** @param {Date} day */
export function importLabel(day) {
  return `import of ${day.toISOString().slice(0, 10)}`;
}
