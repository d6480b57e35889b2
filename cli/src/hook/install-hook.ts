import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import type { Diagnosis } from '../doctor/diagnose.js';
import { findRepositoryRoot, git } from '../git/git.js';
import { MisuseError } from '../misuse.js';

/** What installing the hook did. */
export interface InstalledHook {
  /** Absolute. */
  readonly file: string;
  readonly tool: 'husky' | 'lefthook' | 'git';
  /** `false` if it was there already. */
  readonly changed: boolean;
}

/** What a hook file is recognised by. */
const call = /\bssot\b.*\bcheck\b.*--staged/;

/**
 * Makes git check what is staged before each commit, in the way in which the repository manages its hooks.
 *
 * @param cwd absolute
 * @throws {@link MisuseError} if there is no repository, or a hook that cannot be added to
 */
export async function installHook(cwd: string): Promise<InstalledHook> {
  const hook = await hookOf(cwd);
  if (hook === undefined) throw new MisuseError('There is no git repository here: nothing to install a hook in.');
  const text = existsSync(hook.file) ? readFileSync(hook.file, 'utf8') : undefined;
  if (text !== undefined && call.test(text)) return { ...hook, changed: false };
  const added = hook.tool === 'lefthook' ? withLefthookCommand(text ?? '', hook) : withShellCommand(text, hook);
  mkdirSync(dirname(hook.file), { recursive: true });
  writeFileSync(hook.file, added);
  // Git runs a hook only if it may be executed; on Windows there is no such permission.
  if (hook.tool !== 'lefthook') chmodSync(hook.file, 0o755);
  return { ...hook, changed: true };
}

/** Whether the hook is there. */
export async function hookDiagnosis(cwd: string): Promise<Diagnosis> {
  const subject = 'pre-commit hook';
  const hook = await hookOf(cwd);
  if (hook === undefined) return { state: 'note', subject, finding: 'no git repository' };
  const isThere = existsSync(hook.file) && call.test(readFileSync(hook.file, 'utf8'));
  return isThere
    ? { state: 'ok', subject, finding: `${hook.file} (${hook.tool})` }
    : { state: 'note', subject, finding: 'not installed', advice: 'Run: ssot hook install' };
}

interface Hook {
  readonly file: string;
  readonly tool: InstalledHook['tool'];
  /** The command to run, by the package manager that the repository uses. */
  readonly command: string;
}

async function hookOf(cwd: string): Promise<Hook | undefined> {
  const root = await findRepositoryRoot(cwd);
  if (root === undefined) return undefined;
  const command = `${runner(root)} check --staged`;
  const lefthook = ['lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml'].find((name) =>
    existsSync(join(root, name)),
  );
  if (lefthook !== undefined) return { file: join(root, lefthook), tool: 'lefthook', command };
  if (existsSync(join(root, '.husky'))) return { file: join(root, '.husky', 'pre-commit'), tool: 'husky', command };
  // Honours `core.hooksPath`, and worktrees.
  const folder = (await git(root, ['rev-parse', '--git-path', 'hooks'])).replace(/\r?\n$/, '');
  return { file: join(resolve(root, folder), 'pre-commit'), tool: 'git', command };
}

function runner(root: string): string {
  if (existsSync(join(root, 'pnpm-lock.yaml'))) return 'pnpm exec ssot';
  if (existsSync(join(root, 'yarn.lock'))) return 'yarn run ssot';
  if (existsSync(join(root, 'bun.lock')) || existsSync(join(root, 'bun.lockb'))) return 'bunx --no-install ssot';
  return 'npx --no-install ssot';
}

function withShellCommand(text: string | undefined, { command, file, tool }: Hook): string {
  if (text === undefined || text.trim() === '') {
    return tool === 'husky'
      ? `${command}\n`
      : `#!/bin/sh\n# Stops a commit that adds a second implementation.\n${command}\n`;
  }
  if (tool === 'git' && !/^#!.*\b(?:ba|da|z)?sh\b/.test(text)) {
    throw new MisuseError(`${file} is no shell script, and is left as it is. Have it run: ${command}`);
  }
  const lines = text.replace(/\s*$/, '').split('\n');
  // After an `exit` or `exec` at its end, nothing would run.
  const last = lines.at(-1) ?? '';
  const at = /^\s*(?:exit|exec)\b/.test(last) ? lines.length - 1 : lines.length;
  // A shell script goes on after a command that fails: this one has to stop it.
  return `${[...lines.slice(0, at), `${command} || exit 1`, ...lines.slice(at)].join('\n')}\n`;
}

function withLefthookCommand(text: string, { command, file }: Hook): string {
  const document = parseDocument(text);
  if (document.errors.length > 0)
    throw new MisuseError(`${file} is no valid YAML, and is left as it is: ${document.errors[0]?.message ?? ''}`);
  if (document.hasIn(['pre-commit', 'jobs'])) {
    document.addIn(['pre-commit', 'jobs'], document.createNode({ name: 'ssot', run: command }));
  } else {
    document.setIn(['pre-commit', 'commands', 'ssot', 'run'], command);
  }
  return document.toString({ lineWidth: 0 });
}
