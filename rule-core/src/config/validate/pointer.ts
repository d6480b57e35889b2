/** The keys of a JSON pointer: `/concerns/a~1b` is `['concerns', 'a/b']`. */
export function pointerKeys(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}
