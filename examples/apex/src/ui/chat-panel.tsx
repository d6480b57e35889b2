import { nanoid as shortUnique } from 'nanoid';
import { useRef, useState } from 'react';
import { useRun } from './run-context';

export function ChatPanel({ url }: { readonly url: string }) {
  const run = useRun();
  const messageId = useRef(shortUnique());
  const [draftId] = useState(() => `draft-${Date.now()}`);
  const connect = () => new WebSocket(`${url}?thread=${run.threadId}`);
  return (
    <form id={draftId} data-message={messageId.current}>
      <button onClick={connect}>Send to {run.describe()}</button>
    </form>
  );
}
