import { getWebSocketBridge } from './bridge';

export function createNotifier(bridge = getWebSocketBridge()) {
  return {
    started: (threadId: string, agent: string) => bridge.notifyAgentStarted(threadId, agent),
    thinking: (threadId: string, agent: string, thought: string) =>
      bridge.notifyAgentThinking(threadId, agent, thought),
    completed: bridge.notifyAgentCompleted.bind(bridge),
  };
}

export type Notifier = ReturnType<typeof createNotifier>;
