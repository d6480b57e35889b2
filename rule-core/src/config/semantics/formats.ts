import { didYouMean } from '../did-you-mean.js';
import { isIdentifier } from '../references/identifier.js';
import { placeholdersIn } from '../references/canonical-expression.js';

/** Placeholders that stand for entropy, and so bind no value. */
const ENTROPY = new Set(['time', 'random', 'counter', 'date']);

/** Why a text is no template of a format; `undefined` if it is one. */
export function templateFault(template: string): string | undefined {
  const names = placeholdersIn(template);
  const bad = names.find((name) => !isIdentifier(name));
  if (bad !== undefined)
    return `"\${${bad}}" is no placeholder. Write a name between the braces, such as "\${thread}".`;
  if (names.length > 0) return undefined;
  return `"${template}" has no placeholder. Write one for each part that varies, such as "run_\${thread}_\${random}".`;
}

/** Why a call cannot use a placeholder of a template; `undefined` if it can. */
export function placeholderFault(name: string, template: string): string | undefined {
  if (ENTROPY.has(name)) return `"\${${name}}" stands for entropy in a template, and has no value to pass on.`;
  const bound = placeholdersIn(template).filter((other) => !ENTROPY.has(other));
  if (bound.includes(name)) return undefined;
  const known = bound.map((other) => `\${${other}}`);
  return `"\${${name}}" is not in the template "${template}".${didYouMean(`\${${name}}`, known)}`;
}
