import type { ContextInit } from '@/context';

// Cold starts were dominated by the agents' dependencies.
export async function openContext(init: ContextInit) {
  const { AgentExecutionContext } = await import('./agent-execution-context');
  return new AgentExecutionContext(init);
}

export function openState(request: string) {
  return import('./state').then((module) => new module.DeepAgentState(request));
}

export async function openSession(init: ContextInit) {
  const SessionContext = (await import('./session-context')).default;
  return new SessionContext(init);
}

export type LazyState = import('./state').DeepAgentState;
export type ContextModule = typeof import('./agent-execution-context');

export function describeState(state: LazyState): string {
  return `${state.userRequest} after ${state.stepCount} steps`;
}
