import type { HttpOptions } from './http';

export async function getJson<T>(url: string, options: HttpOptions = {}): Promise<T> {
  const response = await fetch(url, { headers: options.headers });
  if (!response.ok) throw new Error(`GET ${url}: ${response.status}`);
  return (await response.json()) as T;
}

export async function postJson<T>(body: unknown, url: string): Promise<T> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`POST ${url}: ${response.status}`);
  return (await response.json()) as T;
}
