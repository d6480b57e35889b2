/** Folders that say nothing of what is in them. */
const SOURCES: ReadonlySet<string> = new Set(['src', 'lib', 'dist']);

/** The name of a module or folder: its file's, or its folder's where that is `index` or a glob; `server` for `server/src/index.ts`. */
export function moduleName(path: string): string {
  const parts = path.split('/').filter((part) => !part.includes('*'));
  const file = (parts.pop() ?? '').replace(/(?:\.d)?\.[cm]?[jt]sx?$/u, '');
  if (file !== 'index' && !SOURCES.has(file)) {
    return file;
  }
  return parts.findLast((part) => !SOURCES.has(part)) ?? parts.at(-1) ?? file;
}
