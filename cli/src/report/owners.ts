import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ignoreFiles from 'ignore';

/** Who owns a file, by its path relative to the repository, `/`-separated; `undefined` for nobody. */
export type Owners = (path: string) => string | undefined;

/** Where the file may stand, in the order in which GitHub and GitLab look. */
const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];

/**
 * The owners that a repository's CODEOWNERS file names.
 *
 * @param root the repository's, absolute
 */
export function readOwners(root: string): Owners {
  const text = places.map((place) => textOf(join(root, place))).find((found) => found !== undefined);
  return parseOwners(text ?? '');
}

/** Reads a CODEOWNERS file: patterns as in `.gitignore`, the last one that matches decides. */
export function parseOwners(text: string): Owners {
  const rules = text.split(/\r?\n/).flatMap((line) => {
    const [pattern, ...owners] = line
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    // The head of a section of GitLab's.
    if (pattern === undefined || pattern === '' || /^\^?\[/.test(pattern)) return [];
    const matcher = ignoreFiles.default().add(pattern);
    return [{ matches: (path: string) => matcher.ignores(path), owners: owners.join(' ') }];
  });
  return (path) => {
    const rule = rules.findLast(({ matches }) => matches(path));
    return rule === undefined || rule.owners === '' ? undefined : rule.owners;
  };
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
