import { MisuseError } from '../misuse.js';

/**
 * Runs git and returns what it writes.
 *
 * @param cwd absolute
 * @throws {@link MisuseError} if git is not installed, or refuses: the message is git's own
 */
export async function git(
  cwd: string,
  args: readonly string[],
  { input, env }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const { execa, ExecaError } = await import('execa');
  try {
    const { stdout } = await execa('git', ['-c', 'core.quotePath=false', ...args], {
      cwd,
      stripFinalNewline: false,
      ...(input === undefined ? {} : { input }),
      ...(env === undefined ? {} : { env }),
    });
    return stdout;
  } catch (error) {
    if (!(error instanceof ExecaError)) throw error;
    if (error.code === 'ENOENT') throw new MisuseError('git is not installed, or not on the PATH.');
    const said = String(error.stderr).trim().split('\n').at(0) ?? '';
    throw new MisuseError(
      `git ${args[0] ?? ''}: ${said === '' ? error.shortMessage : said.replace(/^(?:fatal|error): /, '')}`,
    );
  }
}

/**
 * The root of the repository around a folder, absolute, native separators.
 *
 * @throws {@link MisuseError} if there is none
 */
export async function repositoryRoot(cwd: string): Promise<string> {
  return normalized(await git(cwd, ['rev-parse', '--show-toplevel']));
}

/** The same, `undefined` where there is no repository or no git. */
export async function findRepositoryRoot(cwd: string): Promise<string | undefined> {
  try {
    return await repositoryRoot(cwd);
  } catch {
    return undefined;
  }
}

/** Paths that git lists with `-z`. */
export function listed(output: string): string[] {
  return output.split('\0').filter((path) => path !== '');
}

function normalized(output: string): string {
  const path = output.replace(/\r?\n$/, '');
  return process.platform === 'win32' ? path.replaceAll('/', '\\') : path;
}
