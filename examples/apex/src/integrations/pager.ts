import { postJson as post } from '@/lib/request';

export type Severity = 'info' | 'critical';

export async function page(service: string, severity: Severity): Promise<string> {
  const alert = { service, severity };
  const { key } = await post<{ key: string }>(alert, 'https://events.pager.example/v2/enqueue');
  return key;
}
