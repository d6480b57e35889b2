import { dirname, isAbsolute, join, resolve as resolvePath } from 'node:path';
import { statsOf } from '../files/stats-of.js';
import { codeExtensionOf, codeExtensions, isCodeFile } from './code-file.js';
import type { Manifests } from './manifests.js';
import { sourceCandidates, type OutputFolder } from './source-of-output.js';
import type { TsConfigs } from './tsconfig.js';
import { isInstalled, realPath, type WorkspacePaths } from './workspace-path.js';

/** Finds the sources that build output is made from, so that a specifier leads to the same module whether it is built or not. */
export class SourceFinder {
  readonly #paths: WorkspacePaths;
  readonly #manifests: Manifests;
  readonly #tsconfigs: TsConfigs;

  constructor(paths: WorkspacePaths, manifests: Manifests, tsconfigs: TsConfigs) {
    this.#paths = paths;
    this.#manifests = manifests;
    this.#tsconfigs = tsconfigs;
  }

  /** The source, absolute, of build output that has not been built: of what `request` from a folder would be. */
  ofMissing(folder: string, request: string): string | undefined {
    const path = this.#paths.relative(isAbsolute(request) ? request : resolvePath(folder, request));
    if (path === undefined || isInstalled(path)) return undefined;
    // A request without an extension may also mean the index of a folder.
    const files = isCodeFile(path) ? [path] : [`${path}.js`, `${path}/index.js`];
    return files.map((file) => this.#find(file, false)).find((source) => source !== undefined);
  }

  /** The source, absolute, of a built file, given by its workspace path. */
  ofBuilt(file: string): string | undefined {
    const extension = codeExtensionOf(file);
    const compiled = extension.startsWith('.d.') || /js/.test(extension);
    return compiled ? this.#find(file, true) : undefined;
  }

  #find(file: string, built: boolean): string | undefined {
    const home = this.#homeOf(file);
    const inHome = home === '' ? 'src/' : `${home}/src/`;
    const folders = this.#outputFolders(file, home);
    for (const candidate of sourceCandidates(file, home, folders)) {
      const byConfig = folders.some(({ source }) => source !== '' && candidate.startsWith(`${source}/`));
      // A built file may lie beside unrelated files of the same name; only a source folder proves that it was built.
      if (built && !candidate.startsWith(inHome) && !byConfig) continue;
      for (const extension of built ? codeExtensions.slice(0, 4) : codeExtensions) {
        const path = this.#paths.absolute(candidate + extension);
        if (statsOf(path)?.isFile()) return realPath(path);
      }
    }
    return undefined;
  }

  #homeOf(file: string): string {
    const manifest = this.#manifests.nearest(dirname(this.#paths.absolute(file)));
    return (manifest && this.#paths.relative(manifest.folder)) ?? '';
  }

  #outputFolders(file: string, home: string): readonly OutputFolder[] {
    const config = this.#tsconfigs.forFile(this.#paths.absolute(home === '' ? 'index.ts' : `${home}/index.ts`));
    const inSource = this.#tsconfigs.forFile(
      this.#paths.absolute(home === '' ? 'src/index.ts' : `${home}/src/index.ts`),
    );
    return [config, inSource].flatMap((tsconfig) => {
      if (tsconfig === undefined) return [];
      const base = dirname(tsconfig.file);
      const sources = tsconfig.rootDir === undefined ? [join(base, 'src'), base] : [tsconfig.rootDir];
      return tsconfig.outDirs.flatMap((outDir) =>
        sources.flatMap((source) => {
          const [output, from] = [this.#paths.relative(outDir), this.#paths.relative(source)];
          return output !== undefined && output !== '' && from !== undefined && file.startsWith(`${output}/`)
            ? [{ output, source: from }]
            : [];
        }),
      );
    });
  }
}
