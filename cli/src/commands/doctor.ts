import { basename } from 'node:path';
import { realPath } from '@ssot/rule-core';
import packageJson from '../../package.json' with { type: 'json' };
import { diagnose, type Diagnosis } from '../doctor/diagnose.js';
import { exitStatus, type ExitStatus } from '../exit-status.js';
import { hookDiagnosis } from '../hook/install-hook.js';
import { reportedPath } from '../paths.js';
import { scan } from '../scan/scan.js';
import type { Terminal } from '../terminal.js';

/** Tells which hosts are set up and which are not, what is wrong with the configuration, and what to do about it. */
export async function doctor(terminal: Terminal): Promise<ExitStatus> {
  const { colors } = terminal;
  const { roots } = scan({
    cwd: terminal.cwd,
    paths: [],
    today: new Date().toISOString().slice(0, 10),
    strict: false,
    cache: false,
  });
  terminal.out(`ssot ${packageJson.version}, Node ${process.versions.node}, ${process.platform} ${process.arch}\n`);
  const all: Diagnosis[] = [];
  for (const root of roots) {
    const folder = root.workspace.root;
    const name = reportedPath(realPath(terminal.cwd), folder);
    terminal.out(`\n${colors.bold(name === '' ? basename(folder) : name)}\n`);
    const found = diagnose(root);
    for (const diagnosis of found) terminal.out(line(diagnosis, terminal));
    all.push(...found);
  }
  const hook = await hookDiagnosis(terminal.cwd);
  terminal.out(`\n${line(hook, terminal)}`);
  const problems = all.filter(({ state }) => state === 'problem').length;
  terminal.out(problems === 0 ? '\nNothing is wrong. Next: ssot check\n' : `\n${problems} to put right.\n`);
  return problems === 0 ? exitStatus.clean : exitStatus.misuse;
}

function line({ state, subject, finding, advice }: Diagnosis, { colors }: Terminal): string {
  const marks = { ok: colors.green('ok     '), note: colors.dim('note   '), problem: colors.red('problem') };
  return `${marks[state]}  ${subject}: ${finding}\n${advice === undefined ? '' : `         → ${advice}\n`}`;
}
