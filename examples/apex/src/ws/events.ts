export const AGENT_EVENTS = [
  'agent_started',
  'agent_thinking',
  'tool_executing',
  'tool_completed',
  'agent_completed',
] as const;

export type AgentEvent = (typeof AGENT_EVENTS)[number];

export interface Message {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Counters of the dashboards, one per event. */
export const EVENT_COUNTERS = { started: 'agent_started_total', failed: 'agent_failed_total' } as const;
