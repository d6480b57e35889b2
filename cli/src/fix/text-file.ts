import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFileWhole } from '../write-file.js';

const byteOrderMark = '\uFEFF';

/** A text file as it was read. */
export interface TextFile {
  readonly bytes: Buffer;
  /** Without its byte order mark. */
  readonly text: string;
  readonly hasMark: boolean;
}

/** Reads a text file, or nothing where it is no UTF-8: what cannot be written back byte for byte is not changed. */
export function readTextFile(file: string): TextFile | undefined {
  const bytes = readFileSync(file);
  const whole = bytes.toString('utf8');
  if (!Buffer.from(whole, 'utf8').equals(bytes)) return undefined;
  const hasMark = whole.startsWith(byteOrderMark);
  return { bytes, text: hasMark ? whole.slice(1) : whole, hasMark };
}

/** The bytes of a changed text: with the byte order mark if it had one. */
export function bytesOf({ hasMark }: TextFile, text: string): Buffer {
  return Buffer.from(hasMark ? byteOrderMark + text : text, 'utf8');
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Replaces a file as a whole, or not at all; its permissions stay.
 *
 * @param expected the hash of what is in it; a file that holds something else was changed meanwhile, and is left alone
 * @returns whether it was replaced
 */
export function replaceFile(file: string, expected: string, bytes: Buffer): boolean {
  let current: Buffer;
  try {
    current = readFileSync(file);
  } catch {
    return false;
  }
  if (hashOf(current) !== expected) return false;
  writeFileWhole(file, bytes);
  return true;
}
