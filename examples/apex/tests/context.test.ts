import { describe, expect, it } from 'vitest';
import { contextOfThisRequest, createUserExecutionContext, runWithContext, TracedUserContext } from '@/context';
import { getCurrentContext, setCurrentContext } from '@/context/current-context';
import { RunScope } from '@/context/run-scope';
import { systemContext } from '@/context/system-context';

const contextOf = (userId: string) => createUserExecutionContext({ userId, threadId: `of-${userId}`, runId: 'r' });

describe('execution contexts', () => {
  it('never mixes two users up', async () => {
    const whoAmI = async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return contextOfThisRequest().userId;
    };
    const users = ['ada', 'grace', 'linus'];
    const answers = await Promise.all(users.map((user) => runWithContext(contextOf(user), whoAmI)));
    expect(answers).toEqual(users);
    expect(() => contextOfThisRequest()).toThrow('outside of a request');
  });

  it('adds metadata to a copy', () => {
    const context = contextOf('ada');
    expect(context.with({ topic: 'cost' }).metadata).toEqual({ topic: 'cost' });
    expect(context.metadata).toEqual({});
  });

  it('needs a user', () => {
    expect(() => contextOf('')).toThrow('an execution context needs a user');
  });

  it('hands a trace on', () => {
    const init = { userId: 'ada', threadId: 't', runId: 'r' };
    expect(new TracedUserContext(init, { traceId: 'abc', sampled: true }).traceHeader()).toBe('00-abc-01');
  });

  it('falls back to nobody in particular', () => {
    setCurrentContext(undefined);
    expect(getCurrentContext().userId).toBe('anonymous');
    setCurrentContext(contextOf('ada'));
    expect(getCurrentContext().userId).toBe('ada');
    expect(systemContext.owns('maintenance')).toBe(true);
  });

  it('enters and leaves scopes', () => {
    const scope = new RunScope();
    scope.enter(contextOf('ada'));
    expect(RunScope.active?.describe()).toBe('ada in of-ada');
    expect([scope.leave('r'), scope.leave('r')]).toEqual([true, false]);
  });
});
