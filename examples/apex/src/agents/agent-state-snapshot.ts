import { DeepAgentState } from './state';

/** A state as it was at one step, for the replay view. */
export class AgentStateSnapshot extends DeepAgentState {
  readonly takenAt = Date.now();

  static of(state: DeepAgentState): AgentStateSnapshot {
    const snapshot = new AgentStateSnapshot(state.userRequest, state.userId, state.threadId);
    snapshot.toolResults = [...state.toolResults];
    snapshot.stepCount = state.stepCount;
    return snapshot;
  }
}
