import * as http from 'node:http';
import type { ApiRequest, Router } from './router';

async function readBody(message: http.IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

const requests = new WeakMap<http.IncomingMessage, ApiRequest>();

export function createHttpServer(router: Router): http.Server {
  return http.createServer(async (message, response) => {
    const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]));
    const path = new URL(message.url ?? '/', 'http://local').pathname;
    const request = { method: message.method ?? 'GET', path, headers, body: await readBody(message) };
    requests.set(message, request);
    const answer = await router.handle(request);
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.body));
  });
}
