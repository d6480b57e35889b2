import { IdManager } from '@/core/id-manager';
import type { Handler } from './router';

export function withRequestId(handler: Handler): Handler {
  return async (request) => {
    const requestId = request.headers['x-request-id'] || crypto.randomUUID();
    const response = await handler(request);
    return { ...response, headers: { ...response.headers, 'x-request-id': requestId } };
  };
}

export function withCorrelation(handler: Handler): Handler {
  return async (request) => {
    const correlationId = request.headers['x-correlation-id'] ?? IdManager.newId('correlation');
    const response = await handler(request);
    return { ...response, headers: { ...response.headers, 'x-correlation-id': correlationId } };
  };
}
