import { createColors } from 'picocolors';

export type Colors = ReturnType<typeof createColors>;

/** Where a command runs and what it writes to. */
export interface Terminal {
  /** Absolute, native separators. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person watches standard error: progress is shown there only. */
  readonly interactive: boolean;
  readonly colors: Colors;
  /** Writes to standard output: results. */
  out(text: string): void;
  /** Writes to standard error: notes and errors. */
  error(text: string): void;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { env, stdout, stderr } = process;
  const wantsColor = (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  const forcesColor = !['', '0', 'false'].includes(env['FORCE_COLOR'] ?? '');
  return {
    cwd: process.cwd(),
    env,
    interactive: stderr.isTTY && (env['CI'] ?? '') === '',
    colors: createColors(forcesColor || (wantsColor && stdout.isTTY)),
    out: (text) => stdout.write(text),
    error: (text) => stderr.write(text),
  };
}
