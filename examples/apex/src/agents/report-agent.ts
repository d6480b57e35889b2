import * as contexts from './agent-execution-context';
import * as states from './state';
import { BaseAgent } from './base-agent';

export class ReportAgent extends BaseAgent {
  constructor() {
    super('report');
  }

  protected async answer(request: string, context: contexts.AgentExecutionContext): Promise<string> {
    const draft = new states.DeepAgentState(request, context.userId, context.threadId);
    draft.remember({ tool: 'outline', output: request.split(' ').slice(0, 5).join(' ') });
    draft.finalReport = `Report: ${draft.lastResult()?.output ?? ''}`;
    const archived = new contexts['AgentExecutionContext']({ ...context, metadata: { archived: 'yes' } });
    return `${draft.finalReport} (${archived.describe()})`;
  }
}
