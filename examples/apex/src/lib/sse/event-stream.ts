export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/** Tokens as the model provider sends them. */
export async function* readEvents(url: string): AsyncGenerator<StreamEvent> {
  const response = await fetch(url, { headers: { accept: 'text/event-stream' } });
  const text = await response.text();
  for (const block of text.split('\n\n')) {
    const event = /^event: (.+)$/m.exec(block)?.[1];
    const data = /^data: (.+)$/m.exec(block)?.[1];
    if (event !== undefined && data !== undefined) yield { event, data };
  }
}
