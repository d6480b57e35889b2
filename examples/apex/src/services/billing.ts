import { tracesOf } from '@/db/trace-repository';

export interface Invoice {
  readonly invoiceId: string;
  readonly paymentRef: string;
  readonly runs: number;
  readonly total: number;
}

const PRICE_PER_RUN = 0.02;

export async function invoice(userId: string, paymentRef?: string): Promise<Invoice> {
  const runs = (await tracesOf(userId)).length;
  return {
    invoiceId: 'inv_' + Date.now().toString(36) + '_' + userId,
    paymentRef: paymentRef ?? crypto.randomUUID(),
    runs,
    total: Math.round(runs * PRICE_PER_RUN * 100) / 100,
  };
}
