import type { UserExecutionContext } from './user-execution-context';

export class RunScope {
  static active: UserExecutionContext | null = null;

  private readonly scopes = new Map<string, UserExecutionContext>();

  enter(context: UserExecutionContext): void {
    RunScope.active = context;
    this.scopes.set(context.runId, context);
  }

  leave(runId: string): boolean {
    RunScope.active = null;
    return this.scopes.delete(runId);
  }
}
