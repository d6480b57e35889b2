import { BaseAgent } from '@/agents/base-agent';

/** An agent that repeats what it hears, for plug-in authors' tests. */
export class EchoAgent extends BaseAgent {
  constructor() {
    super('echo');
  }

  protected async answer(request: string): Promise<string> {
    class DeepAgentState {
      constructor(readonly heard: string) {}
    }
    return new DeepAgentState(request).heard;
  }
}
