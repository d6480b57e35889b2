import type { Declaration, ExportFact } from '../source/facts.js';
import type { DeclaredSymbol } from './concern-targets.js';
import { moduleName } from './module-name.js';

/** What a module exports without declaring it, as a declaration. Where it has no name of its own, it goes by its module's. */
export function undeclared(
  path: string,
  { exported, nameRange, range, value }: ExportFact,
  known: Partial<Declaration> = {},
): DeclaredSymbol {
  const name = exported === 'default' || exported === 'export=' ? moduleName(path) : exported;
  return { path, name, declaration: { ...NOTHING, name, range, nameRange, exportedAs: [exported], value, ...known } };
}

const NOTHING: Omit<Declaration, 'name' | 'range' | 'nameRange' | 'exportedAs' | 'value'> = {
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
