import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Stands at the start of every cache file of ours. */
const magic = Buffer.from('ssot-cache\n');
const hashBytes = 32;

/**
 * Reads a cache file.
 *
 * @param file absolute
 * @param identity what the content was made by and from: the content of another program, version or project is no content
 * @returns `undefined` where there is none that can be trusted: missing, truncated, changed, or of another identity
 */
export function readCacheFile(file: string, identity: string): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  const start = magic.length + hashBytes;
  if (bytes.length < start || !bytes.subarray(0, magic.length).equals(magic)) return undefined;
  const content = bytes.subarray(start);
  return bytes.subarray(magic.length, start).equals(seal(identity, content)) ? content : undefined;
}

/**
 * Writes a cache file as a whole. Where it cannot be written, as on a read-only disk, there is none: a cache is never the
 * reason why something fails.
 *
 * @param file absolute; its folder is made
 */
export function writeCacheFile(file: string, identity: string, content: Uint8Array): void {
  const temporary = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, Buffer.concat([magic, seal(identity, content), content]));
    // Readers see the old file or the new one, never a part.
    renameSync(temporary, file);
  } catch {
    remove(temporary);
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Where it could not be written, it need not be removed.
  }
}

function seal(identity: string, content: Uint8Array): Buffer {
  return createHash('sha256').update(identity).update('\0').update(content).digest();
}
