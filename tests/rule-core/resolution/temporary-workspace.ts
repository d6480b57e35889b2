import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

const created: string[] = [];

afterAll(() => {
  for (const folder of created.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A workspace in a temporary folder, removed after the tests of its file. */
export interface TemporaryWorkspace {
  readonly root: string;
  write(files: Readonly<Record<string, string>>): void;
  remove(path: string): void;
  link(path: string, target: string): void;
  absolute(path: string): string;
}

export function temporaryWorkspace(files: Readonly<Record<string, string>> = {}): TemporaryWorkspace {
  const root = realpathSync.native(mkdtempSync(join(tmpdir(), 'ssot-')));
  created.push(root);
  const workspace: TemporaryWorkspace = {
    root,
    absolute: (path) => join(root, path),
    write(contents) {
      for (const [path, text] of Object.entries(contents)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
    },
    remove(path) {
      rmSync(join(root, path), { recursive: true });
    },
    link(path, target) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      // Junctions need no privilege on Windows.
      symlinkSync(join(root, target), join(root, path), 'junction');
    },
  };
  workspace.write(files);
  return workspace;
}
