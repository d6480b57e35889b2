import { AgentExecutionContext } from '#agents/agent-execution-context';
import type { ContextInit } from '@/context';

const Escalated = AgentExecutionContext;

export function escalate(init: ContextInit, level: number): InstanceType<typeof Escalated> {
  return new Escalated({ ...init, metadata: { ...init.metadata, level: String(level) } });
}
