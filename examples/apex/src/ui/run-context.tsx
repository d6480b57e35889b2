import { createContext, useContext, type ReactNode } from 'react';
import { AgentExecutionContext } from '@/agents/agent-execution-context';

const RunContext = createContext<AgentExecutionContext | null>(null);

interface RunProviderProps {
  readonly userId: string;
  readonly threadId: string;
  readonly children?: ReactNode;
}

export function RunProvider({ userId, threadId, children }: RunProviderProps) {
  return (
    <RunContext.Provider value={new AgentExecutionContext({ userId, threadId, runId: 'draft' })}>
      {children}
    </RunContext.Provider>
  );
}

export function useRun(): AgentExecutionContext {
  const run = useContext(RunContext);
  if (run === null) throw new Error('useRun outside of a RunProvider');
  return run;
}
