/** The name of a module or folder: its file's, or its folder's where that is `index` or a glob. */
export function moduleName(path: string): string {
  const parts = path.split('/').filter((part) => !part.includes('*'));
  const file = (parts.at(-1) ?? '').replace(/(?:\.d)?\.[cm]?[jt]sx?$/u, '');
  return file === 'index' ? (parts.at(-2) ?? file) : file;
}
