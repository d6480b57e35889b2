import type { Declaration, ExportFact } from '../source/facts.js';

/**
 * The declaration that an exported expression stands for: of `export default { … }`, `module.exports = () => {}`,
 * `exports.rows = async () => []`.
 *
 * @param name what it goes by; `''` where nothing names it
 */
export function expressionDeclaration({ exported, range, nameRange, value }: ExportFact, name: string): Declaration {
  return { ...NO_DECLARATION, name, range, nameRange, exportedAs: [exported], value };
}

const NO_DECLARATION: Omit<Declaration, 'name' | 'range' | 'nameRange' | 'exportedAs' | 'value'> = {
  kind: 'variable',
  scope: '',
  ambient: false,
  abstract: false,
  binding: 'const',
  signature: null,
  overloads: 0,
  extends: [],
  implements: [],
  members: [],
  type: null,
  decorated: false,
};
