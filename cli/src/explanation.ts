import { BaselineError } from '@ssot/rule-core';
import packageJson from '../package.json' with { type: 'json' };
import { MisuseError } from './misuse.js';

/** What went wrong, for the person who called: never a stack trace. */
export function explanation(error: unknown): string {
  if (error instanceof MisuseError || error instanceof BaselineError) return error.message;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return systemError(error, error.code);
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `${reason}. If this looks like a bug, report it with this message: ${packageJson.homepage}/issues (SSOT_DEBUG=1 shows where it happened)`;
}

function systemError(error: Error, code: string): string {
  const path = 'path' in error && typeof error.path === 'string' ? `${error.path}: ` : '';
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return `${path}the permission to write or read it is missing.`;
  if (code === 'ENOSPC') return `${path}there is no space left on the disk.`;
  return `${path}${error.message}`;
}
