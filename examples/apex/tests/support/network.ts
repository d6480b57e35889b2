import { vi } from 'vitest';

interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
}

type Answers = Record<string, unknown>;

let answers: Answers = {};
const recorded: Recorded[] = [];

export function respond(method: string, url: string, body: unknown): { status: number; body: unknown } {
  recorded.push({ method, url, body });
  const answer = answers[`${method} ${url}`];
  return answer === undefined ? { status: 404, body: null } : { status: 200, body: answer };
}

/** Answers every client of the application, whichever way it reaches the network. */
export function fakeNetwork(next: Answers): readonly Recorded[] {
  answers = next;
  recorded.length = 0;
  vi.stubGlobal('fetch', async (input: string | URL, init: { method?: string; body?: string } = {}) => {
    const { status, body } = respond(
      init.method ?? 'GET',
      String(input),
      init.body === undefined ? undefined : JSON.parse(init.body),
    );
    return new Response(JSON.stringify(body), { status });
  });
  return recorded;
}
