import { CommanderError } from 'commander';
import { exitStatus, type ExitStatus } from './exit-status.js';
import { explanation } from './explanation.js';
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
