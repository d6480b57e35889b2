import { basename, dirname, join, resolve } from 'node:path';

import type { Rule } from 'eslint';

/**
 * Where the module that ESLint lints lives on disk, as an absolute path.
 *
 * A block that a processor cut out of a file (`guide.md/0.ts`) becomes a sibling of that file (`guide.md.0.ts`): its relative
 * imports mean the same there, and it cannot be taken for a module that exists. Code without a name, as from standard
 * input, is a module of the working directory, under the name that ESLint's own API gives it.
 */
export function lintedFile(context: Pick<Rule.RuleContext, 'cwd' | 'filename' | 'physicalFilename'>): string {
  const { cwd, filename, physicalFilename } = context;
  if (/^<.*>$/.test(filename)) return join(cwd, '__placeholder__.js');
  const file = resolve(cwd, filename);
  const physical = resolve(cwd, physicalFilename);
  if (file === physical) return physical;
  return join(dirname(physical), `${basename(physical)}.${basename(file)}`);
}
