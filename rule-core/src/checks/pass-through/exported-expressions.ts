import type { Declaration, ModuleFacts } from '../../source/facts.js';
import type { DeclaredSymbol } from '../concern-targets.js';
import { moduleName } from '../module-name.js';

/**
 * What a module exports without declaring it, and that may stand in front of something: `export default { … }`,
 * `module.exports = () => ({ … })`. Where it has no name of its own, it goes by its module's.
 */
export function exportedExpressions({ exports, path, wrappers }: ModuleFacts): DeclaredSymbol[] {
  return exports.flatMap(({ exported, local, nameRange, range, value }) => {
    if (local !== null || value === null || !wrappers.some((wrapper) => wrapper.nameRange[0] === nameRange[0])) {
      return [];
    }
    const isWhole = exported === 'default' || exported === 'export=';
    const name = isWhole ? moduleName(path) : exported;
    return [{ path, name, declaration: { ...NO_DECLARATION, name, range, nameRange, exportedAs: [exported], value } }];
  });
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
