import { posix } from 'node:path';
import { isCodeFile, withoutExtension } from '../../resolution/code-file.js';
import type { Disk } from '../disk.js';
import { globMatcher } from '../references/module-path.js';
import type { CanonicalConvention, ModuleConvention, TwinConvention } from './preset.js';

/** A module of the workspace, and the name that it declares. */
export interface ConventionalExport {
  readonly module: string;
  readonly name: string;
}

/** The modules of a workspace, by the conventions that presets know. */
export interface ConventionalModules {
  /** The best module for a canonical: the first convention that is met, then the shortest path, then the first by alphabet. */
  canonical(convention: CanonicalConvention): ConventionalExport | undefined;
  /** All twins of a convention. */
  twins(convention: TwinConvention): ConventionalExport[];
  /** The first of these names that a module declares. */
  declaredIn(module: string, names: readonly string[]): string | undefined;
  /** The folders of all modules of a convention. */
  foldersOf(convention: ModuleConvention): string[];
}

// What is built, copied or only made up for tests must not become a single source of truth that nobody declared.
const NOT_SOURCE = globMatcher([
  '**/{dist,build,out,output,coverage,vendor,fixtures,__fixtures__,examples}/**',
  '**/{__tests__,__mocks__,test,tests,test-utils}/**',
  '**/*.{test,spec,cy,stories}.*',
  '**/*.d.{ts,mts,cts}',
]);

/** Looks through the workspace for conventional modules. It reads a module only if its name fits. */
export function conventionalModules(disk: Disk, ignore: readonly string[]): ConventionalModules {
  let byName: Map<string, string[]> | undefined;
  const modulesOf = ({ name, folder }: ModuleConvention): string[] => {
    byName ??= modulesByName(disk.files(ignore));
    return (byName.get(plain(name)) ?? []).filter(
      (module) => folder === undefined || plain(folderOf(module)) === plain(folder),
    );
  };
  const declared = (module: string, names: readonly string[]): string[] => {
    const text = disk.read(module) ?? '';
    return names.filter((name) => declares(text, name));
  };

  return {
    canonical(convention) {
      for (const module of convention.modules.flatMap(modulesOf)) {
        const [name] = declared(module, convention.exports);
        if (name !== undefined) return { module, name };
      }
      return undefined;
    },
    twins(convention) {
      const modules = [...new Set(convention.modules.flatMap(modulesOf))];
      return modules.flatMap((module) => declared(module, convention.exports).map((name) => ({ module, name })));
    },
    declaredIn: (module, names) => declared(module, names)[0],
    foldersOf: (convention) => [...new Set(modulesOf(convention).map((module) => posix.dirname(module)))],
  };
}

function modulesByName(files: readonly string[]): Map<string, string[]> {
  const modules = files.filter((file) => isCodeFile(file) && !NOT_SOURCE(file));
  modules.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const byName = new Map<string, string[]>();
  for (const module of modules) {
    const name = plain(nameOf(module));
    byName.set(name, [...(byName.get(plain(name)) ?? []), module]);
  }
  return byName;
}

/** The name of a module: its file's, or its folder's for an index. */
function nameOf(module: string): string {
  const stem = withoutExtension(posix.basename(module));
  return stem === 'index' ? posix.basename(posix.dirname(module)) : stem;
}

function folderOf(module: string): string {
  const folder = posix.dirname(module);
  return posix.basename(withoutExtension(posix.basename(module)) === 'index' ? posix.dirname(folder) : folder);
}

function plain(name: string): string {
  return name.replaceAll(/[-_]/g, '').toLowerCase();
}

/** Whether a text declares a name, as far as that can be told without parsing: a wrong guess only makes a preset inactive. */
function declares(text: string, name: string): boolean {
  return new RegExp(
    `\\b(?:class|function|const|let|var|interface|type|enum|namespace)\\s*\\*?\\s+${name}\\b|\\bexports\\.${name}\\b|\\bas\\s+${name}\\b`,
  ).test(text);
}
