import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { OWN_FOLDER } from '@ssot/rule-core';
import { MisuseError } from '../misuse.js';
import { makeOwnFolder } from '../own-folder.js';
import { writeFileWhole } from '../write-file.js';
import { hashOf, replaceFile } from './text-file.js';

/** A file that a run changed. */
export interface JournalFile {
  /** Relative to the journal's folder, `/`-separated. */
  readonly path: string;
  /** What was in it, as base64. */
  readonly before: string;
  /** The hash of what the run wrote. */
  readonly after: string;
}

interface JournalContent {
  readonly version: 1;
  readonly files: readonly JournalFile[];
}

/** What `undo` did. */
export interface Undone {
  /** Absolute paths. */
  readonly restored: readonly string[];
  /** Files that are not as the run left them: edited, or gone. */
  readonly refused: readonly string[];
}

/** What one run of `fix` changes, written before the first change, so that even a run that was cut off can be undone. */
export class Journal {
  readonly #root: string;
  readonly #file: string;
  readonly #files = new Map<string, JournalFile>();

  /** @param root the folder that gets the `.ssot` folder, absolute */
  constructor(root: string) {
    this.#root = root;
    const name = new Date().toISOString().replaceAll(/[:.]/g, '-');
    this.#file = join(root, OWN_FOLDER, 'journal', `${name}-${process.pid}.json`);
  }

  /** Takes down that a file is about to be changed. */
  record(file: string, before: Buffer, after: Buffer): void {
    const path = relative(this.#root, file).split(sep).join('/');
    const known = this.#files.get(path);
    this.#files.set(path, { path, before: known?.before ?? before.toString('base64'), after: hashOf(after) });
  }

  /** Writes it. */
  save(): void {
    makeOwnFolder(this.#root);
    mkdirSync(dirname(this.#file), { recursive: true });
    const content: JournalContent = { version: 1, files: [...this.#files.values()] };
    writeFileWhole(this.#file, JSON.stringify(content));
  }
}

/**
 * Restores what the last run of `fix` changed, byte for byte. A file that was edited since is left alone, and stays in the
 * journal.
 *
 * @param folder where the journal is looked for, and in the folders above
 * @throws {@link MisuseError} if there is no journal, or it cannot be read
 */
export function undo(folder: string): Undone {
  const root = journalRoot(folder);
  const file = lastJournal(root);
  const { files } = readJournal(file);
  const restored: string[] = [];
  const refused: JournalFile[] = [];
  for (const entry of files) {
    const path = resolve(root, entry.path);
    if (replaceFile(path, entry.after, Buffer.from(entry.before, 'base64'))) restored.push(path);
    else refused.push(entry);
  }
  if (refused.length === 0) rmSync(file, { force: true });
  else writeFileWhole(file, JSON.stringify({ version: 1, files: refused } satisfies JournalContent));
  return { restored, refused: refused.map(({ path }) => resolve(root, path)) };
}

function journalRoot(folder: string): string {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, OWN_FOLDER, 'journal'))) return current;
    if (dirname(current) === current) throw nothingToUndo();
  }
}

function lastJournal(root: string): string {
  const folder = join(root, OWN_FOLDER, 'journal');
  const last = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .at(-1);
  if (last === undefined) throw nothingToUndo();
  return join(folder, last);
}

function readJournal(file: string): JournalContent {
  try {
    // Host boundary: its shape is checked below.
    const content = JSON.parse(readFileSync(file, 'utf8')) as Partial<JournalContent> | null;
    if (content?.version === 1 && Array.isArray(content.files)) return { version: 1, files: content.files };
  } catch {
    // Told below, as for a shape that is not ours.
  }
  throw new MisuseError(`${file} cannot be read: nothing was restored. Restore the files from version control.`);
}

function nothingToUndo(): MisuseError {
  return new MisuseError('There is nothing to undo: no run of "ssot fix" left a journal in .ssot/journal.');
}
