import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A path as the system writes it, of a file that a loader or a stack trace names: by a URL, or with `/` on every system.
 *
 * @param separator the system's
 */
export function nativePath(file: string, separator: string = sep): string {
  const windows = separator === '\\';
  if (file.startsWith('file://')) return fileURLToPath(file, { windows });
  return windows ? file.replaceAll('/', '\\') : file;
}

/** A place in a stack trace; the line counts from 1. */
export interface StackFrame {
  readonly file: string;
  readonly line: number;
}

/** The frames of a stack trace that stand in files, innermost first. */
export function framesOf(stack: string, separator: string = sep): StackFrame[] {
  return stack.split('\n').flatMap((line): StackFrame[] => {
    const match = /^\s+at (?:.*\()?((?:file:\/\/|\/|[A-Za-z]:[\\/]|\\\\).+):(\d+):\d+\)?$/.exec(line);
    return match === null ? [] : [{ file: nativePath(match[1] ?? '', separator), line: Number(match[2]) }];
  });
}
