import { createHash, randomBytes } from 'node:crypto';

export interface ApiKey {
  readonly secret: string;
  readonly hash: string;
}

export function createApiKey(): ApiKey {
  const secret = `sk_live_${randomBytes(24).toString('hex')}`;
  return { secret, hash: createHash('sha256').update(secret).digest('hex') };
}

export function sessionToken(): string {
  const token = randomBytes(32).toString('base64url');
  return token;
}

export function cspHeader(): { nonce: string; value: string } {
  const nonce = randomBytes(16).toString('base64');
  return { nonce, value: `script-src 'nonce-${nonce}' 'strict-dynamic'` };
}
