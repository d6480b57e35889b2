import { BaselineError } from '@ssot/rule-core';
import { CommanderError } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { exitStatus, type ExitStatus } from './exit-status.js';
import { MisuseError } from './misuse.js';
import { program } from './program.js';
import { processTerminal, type Terminal } from './terminal.js';

/**
 * Runs the command line. It never throws: what goes wrong is told to the person who called, without a stack trace unless
 * `SSOT_DEBUG` is set.
 *
 * @param args without the program's own name
 */
export async function main(args: readonly string[], terminal: Terminal = processTerminal()): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.clean;
  try {
    await program(terminal, (result) => {
      status = result;
    }).parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.clean : exitStatus.misuse;
    terminal.error(`${terminal.colors.red('error')} ${explanation(error)}\n`);
    if ((terminal.env['SSOT_DEBUG'] ?? '') !== '' && error instanceof Error) terminal.error(`${error.stack ?? ''}\n`);
    return exitStatus.misuse;
  }
}

function explanation(error: unknown): string {
  if (error instanceof MisuseError || error instanceof BaselineError) return error.message;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return systemError(error, error.code);
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `${reason}. If this looks like a bug, report it with this message: ${packageJson.homepage}/issues (SSOT_DEBUG=1 shows where it happened)`;
}

function systemError(error: Error, code: string): string {
  const path = 'path' in error && typeof error.path === 'string' ? `${error.path}: ` : '';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `${path}the permission to write or read it is missing.`;
  if (code === 'ENOSPC') return `${path}there is no space left on the disk.`;
  return `${path}${error.message}`;
}
