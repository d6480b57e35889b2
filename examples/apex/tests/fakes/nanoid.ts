import { randomBytes } from 'node:crypto';

export function nanoid(size = 21): string {
  return randomBytes(size).toString('base64url').slice(0, size);
}

export function customAlphabet(alphabet: string, size = 21): () => string {
  return () => [...randomBytes(size)].map((byte) => alphabet[byte % alphabet.length]).join('');
}
