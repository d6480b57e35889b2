import { isCodeFile, withoutExtension } from './code-file.js';

/** A folder of build output and the folder of sources it is built from, workspace paths; `''` for the root. */
export interface OutputFolder {
  readonly output: string;
  readonly source: string;
}

const outputNames = ['dist', 'build', 'lib', 'out', 'esm', 'cjs', 'es', 'dist-types', 'types'];
const formatNames = new Set(['esm', 'cjs', 'es', 'mjs', 'types', 'src', 'commonjs', 'module']);

/**
 * The places, without extension and best first, where the source of a built file may be: by the `outDir` and `rootDir` of
 * its tsconfig, else by convention (`dist/a.js` → `src/a`, `dist/esm/a.js` → `src/a`, `dist/src/a.js` → `src/a`, `dist/a.js` → `a`).
 *
 * @param file - The built file, a workspace path.
 * @param home - The folder of its package, a workspace path.
 */
export function sourceCandidates(file: string, home: string, folders: readonly OutputFolder[]): readonly string[] {
  if (!isCodeFile(file)) return [];
  const stem = withoutExtension(file);
  const candidates: string[] = [];
  for (const { output, source } of folders) {
    if (output !== source && stem.startsWith(`${output}/`))
      candidates.push(join(source, stem.slice(output.length + 1)));
  }
  const inside = home === '' ? stem : stem.slice(home.length + 1);
  const segments = inside.split('/');
  if (segments.length > 1 && outputNames.includes(segments[0] ?? '')) {
    let rest = segments.slice(1);
    candidates.push(join(home, 'src', ...rest), join(home, ...rest));
    while (rest.length > 1 && formatNames.has(rest[0] ?? '')) {
      rest = rest.slice(1);
      candidates.push(join(home, 'src', ...rest), join(home, ...rest));
    }
  }
  return [...new Set(candidates)];
}

function join(...segments: readonly string[]): string {
  return segments.filter((segment) => segment !== '').join('/');
}
