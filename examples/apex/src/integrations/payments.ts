import type { AxiosInstance } from 'axios';
import { http } from '@/lib/http';

/** What the card processor's SDK asks of us. */
export interface PaymentTransport {
  send(path: string, body: unknown): Promise<unknown>;
}

export class PaymentGateway implements PaymentTransport {
  send(path: string, body: unknown): Promise<unknown> {
    return http.postJson(`https://cards.example${path}`, body);
  }
}

export type TransportOptions = Parameters<AxiosInstance['request']>[0];
