import { describe, expect, it } from 'vitest';
import { RunProvider, useRun } from '@/ui/run-context';
import { ChatPanel } from '@/ui/chat-panel';
import { RunList } from '@/ui/run-list';

interface Rendered {
  readonly type: unknown;
  readonly key: string | null;
  readonly props: { readonly [name: string]: unknown; readonly children?: unknown };
}

const render = (element: unknown): Rendered => element as Rendered;

describe('the user interface', () => {
  it('provides the run to what is inside', () => {
    expect(() => useRun()).toThrow('useRun outside of a RunProvider');
    const provider = render(RunProvider({ userId: 'ada', threadId: 't1' }));
    const provide = provider.type as (props: unknown) => unknown;
    provide(provider.props);
    expect(useRun().describe()).toBe('ada in t1');
    expect(render(ChatPanel({ url: 'ws://local' })).props['data-message']).toHaveLength(21);
  });

  it('lists runs', () => {
    const list = render(RunList({ runs: [{ runId: 'r1', title: 'First', day: 4 }] }));
    const [[item], image] = list.props.children as [Rendered[], Rendered];
    expect(item?.key).toBe('r1-0');
    expect(item?.props.children).toBe('First');
    expect(image.props['src']).toMatch(/^\/chart\.png\?v=/);
  });
});
