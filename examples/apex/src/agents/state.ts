export interface ToolResult {
  readonly tool: string;
  readonly output: string;
}

/** Grew with the first agent: everything that any step ever needed to remember. */
export class DeepAgentState {
  messages: string[] = [];
  toolResults: ToolResult[] = [];
  stepCount = 0;
  finalReport: string | null = null;

  constructor(
    public userRequest: string,
    public userId = 'unknown',
    public threadId = 'default',
  ) {}

  remember(result: ToolResult): void {
    this.toolResults.push(result);
    this.stepCount += 1;
  }

  lastResult(): ToolResult | undefined {
    return this.toolResults.at(-1);
  }
}
