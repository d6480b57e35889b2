import WebSocket from 'ws';
import { createLogger } from '@/core/logger';

const log = createLogger('partner-feed');

/** Prices of the model providers, pushed by a partner. */
export function followPrices(url: string, onPrice: (model: string, price: number) => void): () => void {
  const socket = new WebSocket(url, { headers: { accept: 'application/json' } });
  socket.on('message', (data: Buffer | string) => {
    const { model, price } = JSON.parse(String(data)) as { model: string; price: number };
    onPrice(model, price);
  });
  socket.on('error', (error: Error) => log.warn(error.message));
  return () => socket.close();
}
