import type { ModuleFacts } from '../../source/facts.js';
import type { DeclaredSymbol } from '../concern-targets.js';
import { undeclared } from '../undeclared.js';

/**
 * What a module exports without declaring it, and that may stand in front of something: `export default { … }`,
 * `module.exports = () => ({ … })`.
 */
export function exportedExpressions({ exports, path, wrappers }: ModuleFacts): DeclaredSymbol[] {
  return exports.flatMap((fact) => {
    const isWrapper = wrappers.some(({ nameRange }) => nameRange[0] === fact.nameRange[0]);
    return fact.local === null && fact.value !== null && isWrapper ? [undeclared(path, fact)] : [];
  });
}
