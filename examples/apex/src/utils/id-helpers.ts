const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';

/** Short enough to read out on the phone. */
export function shortId(prefix: string): string {
  let suffix = '';
  for (let index = 0; index < 10; index += 1) suffix += ALPHABET[Math.floor(Math.random() * ALPHABET.length)];
  return `${prefix}-${suffix}`;
}
