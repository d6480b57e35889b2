import type { ModuleFacts, Range, ValueFact } from '../../source/facts.js';
import type { IsFunction } from './operations.js';
import type { Setting } from './setting.js';
import { namePattern } from '../../source/names/name-pattern.js';

/** Tells the functions among the names of a module, and among the locals in a part of it. */
export function functionsIn({ facts, text }: Setting, [start, end]: Range): IsFunction {
  return (name, origin) =>
    origin === 'module'
      ? facts.declarations.some(
          (declaration) => declaration.name === name && declaration.scope === '' && declaration.signature !== null,
        )
      : declaresFunction(text.slice(start, end), name);
}

/** Locals are no facts, so their declaration is looked for in the text. */
function declaresFunction(text: string, name: string): boolean {
  const written = namePattern(name);
  const parameters = '(?:<[^<>()]*>)?\\((?:[^()]|\\([^()]*\\))*\\)\\s*(?::[^=;{]+)?=>';
  return new RegExp(
    `\\bfunction\\s*\\*?\\s*${written}\\s*[(<]|\\b(?:const|let|var)\\s+${written}\\s*(?::[^=;]+)?=\\s*(?:async\\s*)?(?:function\\b|[\\w$]+\\s*=>|${parameters})`,
    'u',
  ).test(text);
}

/** Functions that an object of the module holds by name belong to the object. */
export function referencedFunctions(value: ValueFact, { declarations }: ModuleFacts): readonly Range[] {
  const names =
    value.kind === 'object'
      ? value.members.flatMap((member) =>
          member.value?.kind === 'reference' && member.value.target.origin === 'module'
            ? [member.value.target.name]
            : [],
        )
      : [];
  return declarations.filter(({ scope, name }) => scope === '' && names.includes(name)).map(({ range }) => range);
}
