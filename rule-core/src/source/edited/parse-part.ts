import type { Range } from '../facts.js';
import { parseModule } from '../parse-module.js';
import type { ParsedModule } from '../parsed-module.js';
import { partOfText } from './part-of-text.js';
import { hasOwnNamesOnly } from './units.js';

/**
 * Parses some ranges of a text as though there were nothing else in it.
 *
 * @param kept In source order, not overlapping; each begins where a unit ends, or at the start of the text.
 * @returns `undefined` where that is not what it would be with the rest of the text.
 */
export function parsePart(path: string, text: string, kept: readonly Range[]): ParsedModule | undefined {
  const part = partOfText(text, kept);
  const parsed = part && parseModule(path, part.text, part.separators);
  const isUsable = parsed?.kind === 'parsed' && !parsed.record.hasErrors && hasOwnNamesOnly(parsed.module);
  return isUsable ? parsed.module : undefined;
}
