import picomatch from 'picomatch';

/**
 * A matcher of workspace paths for globs as the configuration has them, written by hand. A glob without wildcards that names a folder stands for
 * everything in it.
 */
export function fileMatcher(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  return picomatch(
    globs.flatMap((glob) => {
      const plain = glob.replace(/^\.\//, '').replace(/\/$/, '');
      return plain.endsWith('**') ? [plain] : [plain, `${plain}/**`];
    }),
    { dot: true },
  );
}
