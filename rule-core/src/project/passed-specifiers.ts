import { commonJs } from './export-record.js';
import { textImports } from './text-imports.js';

const ownBraces = /\bexport\s+(?:type\s+)?\{([^{}]*)\}(?!\s*from\b)/g;
/** A declaration, or a whole module, that may be another name for something imported. */
const alias =
  /\bexport\s+(?:const|let|var)\s+[\w$]+[^=;]*=\s*[\w$.]+\s*(?:;|$)|\bexport\s+default\s+[\w$.]+\s*(?:;|$)|\bimport\s+[\w$]+\s*=/m;

/**
 * The specifiers of the modules of which a module may pass something on, each once, types included: those that it re-exports
 * from, and those whose imports it exports, or may give another name. Read off the text: a tree costs more, and one too many
 * only has to be looked at.
 */
export function passedSpecifiers(text: string): readonly string[] {
  const exported = new Set([...text.matchAll(ownBraces)].flatMap(([, names = '']) => names.match(/[\w$]+/g) ?? []));
  const isAlias = alias.test(text) || commonJs.test(text);
  if (!isAlias && exported.size === 0 && !/\bexport\b[^;'"]*\bfrom\b/.test(text)) return [];
  const passed = textImports(text).filter(
    ({ locals, reexports }) => reexports || isAlias || locals.some((local) => exported.has(local)),
  );
  return [...new Set(passed.map(({ specifier }) => specifier))];
}
