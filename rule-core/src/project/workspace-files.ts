import { dirname, join, sep } from 'node:path';
import { FolderListings } from '../files/folder-listings.js';
import { codeExtensionOf, fileNameOf, readText, type WorkspacePaths } from '../resolution/index.js';
import { statsOf } from '../files/stats-of.js';
import { isGitIgnored, parseIgnoreFile, type IgnoreFile } from './ignore-files.js';

/** What the file system says of a file without reading it: changes if the file does. */
export type FileStamp = string;

/** The files of a workspace at one moment. */
export interface WorkspaceFiles {
  /** The modules, workspace paths in code-unit order, each with its stamp. */
  readonly modules: ReadonlyMap<string, FileStamp>;
  /** The files that decide how specifiers resolve, sorted by path: `package.json`, `tsconfig.json`, `.gitignore`, … */
  readonly settings: ReadonlyMap<string, FileStamp>;
  /** Changes if any of them does. */
  readonly fingerprint: string;
}

const settingsFile =
  /^(?:package\.json|ssot\.config\.jsonc?|[tj]sconfig(?:\..+)?\.json|pnpm-workspace\.yaml|\.gitignore)$/;

/**
 * Lists the files of a workspace. Left out: `node_modules`, folders that start with a dot, what git ignores (build output),
 * and what `isIgnored` names.
 *
 * The walk is our own because a `.gitignore` holds from its folder down and must cut the walk short there, and because the
 * stamps come from the same pass.
 *
 * @param folders what is in the folders at that moment
 */
export function listWorkspaceFiles(
  paths: WorkspacePaths,
  isIgnored: (path: string) => boolean,
  folders = new FolderListings(),
): WorkspaceFiles {
  const modules: [string, FileStamp][] = [];
  const settings: [string, FileStamp][] = [];
  const visit = (folder: string, outer: readonly IgnoreFile[]): void => {
    const absolute = paths.absolute(folder);
    const entries = folders.entries(absolute);
    const within = absolute.endsWith(sep) ? absolute : absolute + sep;
    const ignoreFiles = entries.some((entry) => entry.name === '.gitignore')
      ? [...outer, ...ignoreFileIn(absolute, folder)]
      : outer;
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
        // A folder whose every file is ignored is not entered; `*` in a glob matches a name that no file has.
        if (isIgnored(path) || isIgnored(`${path}/\u{10FFFF}`) || isGitIgnored(path, true, ignoreFiles)) continue;
        visit(path, ignoreFiles);
      } else if (entry.isFile()) {
        if (settingsFile.test(entry.name)) {
          settings.push([path, stampOf(within + entry.name)]);
        } else if (codeExtensionOf(entry.name) !== '' && !isIgnored(path) && !isGitIgnored(path, false, ignoreFiles)) {
          modules.push([path, stampOf(within + entry.name)]);
        }
      }
    }
  };
  visit('', outerIgnoreFiles(paths.root));
  for (const outside of ['node_modules', 'node_modules/.package-lock.json', 'node_modules/.modules.yaml']) {
    settings.push([outside, stampOf(paths.absolute(outside))]);
  }
  modules.sort(byPath);
  settings.sort(byPath);
  return {
    modules: new Map(modules),
    settings: new Map(settings),
    fingerprint: [...modules, ...settings].map(([path, stamp]) => `${path}\0${stamp}`).join('\n'),
  };
}

/** The stamp of a file, `''` if there is none. */
export function stampOf(file: string): FileStamp {
  const stats = statsOf(file);
  return stats === undefined ? '' : `${stats.mtimeMs}:${stats.ctimeMs}:${stats.size}:${stats.ino}`;
}

function ignoreFileIn(absolute: string, folder: string): readonly IgnoreFile[] {
  const text = readText(join(absolute, '.gitignore'));
  return text === undefined ? [] : [parseIgnoreFile(text, folder)];
}

/** The `.gitignore` files between the root and the repository that it lies in, seen from the root. */
function outerIgnoreFiles(root: string): readonly IgnoreFile[] {
  const outer: IgnoreFile[] = [];
  let inner = '';
  for (let folder = root; !isRepository(folder); folder = dirname(folder)) {
    if (dirname(folder) === folder) return [];
    inner =
      inner === '' ? fileNameOf(folder.replaceAll('\\', '/')) : `${fileNameOf(folder.replaceAll('\\', '/'))}/${inner}`;
    const above = inner;
    for (const { rules } of ignoreFileIn(dirname(folder), '')) {
      outer.unshift({
        folder: '',
        rules: rules.map((rule) => ({ ...rule, matches: (path) => rule.matches(`${above}/${path}`) })),
      });
    }
  }
  return outer;
}

function isRepository(folder: string): boolean {
  return statsOf(join(folder, '.git')) !== undefined;
}

function byPath([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
