import { nanoid } from 'nanoid';
import { createHmac } from 'node:crypto';
import { http } from '@/lib/http';

export interface Delivery {
  readonly deliveryId: string;
  readonly accepted: boolean;
}

export async function deliver(url: string, body: unknown, secret: string, deliveryId?: string): Promise<Delivery> {
  const id = deliveryId ?? nanoid();
  const signature = createHmac('sha256', secret).update(JSON.stringify(body)).digest('hex');
  const answer = await http.postJson<{ ok: boolean }>(url, body, {
    headers: { 'x-apex-delivery': id, 'x-apex-signature': signature },
  });
  return { deliveryId: id, accepted: answer.ok };
}
