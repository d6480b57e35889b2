import { isAbsolute, relative, sep } from 'node:path';

/** A path for reports: relative to a folder with `/` on every system; absolute where it lies outside of the folder. */
export function reportedPath(base: string, file: string): string {
  const path = relative(base, file);
  const isOutside = path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
  return (isOutside ? file : path).split(sep).join('/');
}
