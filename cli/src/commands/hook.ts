import { realPath } from '@ssot/rule-core';
import { exitStatus, type ExitStatus } from '../exit-status.js';
import { installHook } from '../hook/install-hook.js';
import { reportedPath } from '../paths.js';
import type { Terminal } from '../terminal.js';

/** Installs the pre-commit hook. */
export async function installPreCommitHook(terminal: Terminal): Promise<ExitStatus> {
  const { file, tool, changed } = await installHook(terminal.cwd);
  const name = reportedPath(realPath(terminal.cwd), file);
  terminal.out(
    changed
      ? `${name}: before each commit, ${tool} runs "ssot check --staged" now.\n`
      : `${name} runs "ssot check --staged" already.\n`,
  );
  return exitStatus.clean;
}
