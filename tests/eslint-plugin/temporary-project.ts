import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files of a project by path, `/`-separated. A value that is no string is written as JSON. */
export type ProjectFiles = Readonly<Record<string, unknown>>;

/** A project on disk for as long as a test needs it. */
export interface TemporaryProject {
  /** Absolute, symbolic links resolved. */
  readonly root: string;
  /** The absolute path of a file, whether it exists or not. */
  path(file: string): string;
  write(files: ProjectFiles): void;
  remove(): void;
}

/** Writes a project to a new temporary folder. */
export function temporaryProject(files: ProjectFiles): TemporaryProject {
  const root = realpathSync.native(mkdtempSync(join(tmpdir(), 'ssot-')));
  const project: TemporaryProject = {
    root,
    path: (file) => join(root, ...file.split('/')),
    write(more) {
      for (const [file, content] of Object.entries(more)) {
        mkdirSync(dirname(project.path(file)), { recursive: true });
        writeFileSync(project.path(file), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
      }
    },
    remove() {
      rmSync(root, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  // Otherwise a package.json above the temporary folder could be taken for the project's.
  project.write({ 'package.json': { name: 'project', private: true, type: 'module' }, ...files });
  return project;
}
