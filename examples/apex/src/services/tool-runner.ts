import { AgentExecutionContext as RunContext } from '@/agents/agent-execution-context';
import { getWebSocketBridge } from '@/ws/bridge';
import { ThreadNotifier } from '@/ws/thread-notifier';
import { WebSocketBridgeAdapter as Adapter } from '@/ws/adapter';

export type Tool = (input: string, context: RunContext) => Promise<string>;

export class ToolRunner {
  private readonly notifier = new ThreadNotifier(new Adapter(getWebSocketBridge()));

  constructor(private readonly tools: ReadonlyMap<string, Tool>) {}

  async run(name: string, input: string, context: RunContext): Promise<string> {
    const tool = this.tools.get(name);
    if (tool === undefined) throw new Error(`no tool called ${name}`);
    await this.notifier.executing(context.threadId, name);
    const output = await tool(input, context);
    this.notifier.completed(context.threadId, name, output);
    return output;
  }

  /** Tools are tried out without a conversation. */
  static rehearse(tool: Tool, input: string): Promise<string> {
    return tool(input, new RunContext({ userId: 'rehearsal', threadId: 'rehearsal', runId: 'rehearsal' }));
  }
}
