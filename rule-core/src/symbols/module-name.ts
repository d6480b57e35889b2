/** Folders that say nothing of what is in them. */
const SOURCES: ReadonlySet<string> = new Set(['src', 'lib', 'dist']);

/** The name of a module or folder: its file's, or its folder's where that is `index` or a glob; `server` for `server/src/index.ts`. */
export function moduleName(path: string): string {
  const parts = path.split('/').filter((part) => !part.includes('*'));
  const last = parts.pop() ?? '';
  const file = last.replace(/(?:\.d)?\.[cm]?[jt]sx?$/u, '');
  const isSources = file === last && SOURCES.has(file);
  if (file !== 'index' && !isSources) {
    return file;
  }
  return parts.findLast((part) => !SOURCES.has(part)) ?? parts.at(-1) ?? file;
}
