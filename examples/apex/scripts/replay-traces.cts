import contexts = require('../src/agents/agent-execution-context');
import states = require('../src/agents/state');

interface StoredRun {
  readonly userId: string;
  readonly threadId: string;
  readonly runId: string;
  readonly text: string;
}

function replay(run: StoredRun): string {
  const context: contexts.AgentExecutionContext = new contexts.AgentExecutionContext(run);
  const state = new states.DeepAgentState(run.text, run.userId, run.threadId);
  return `${context.describe()} asked: ${state.userRequest}`;
}

export = replay;
