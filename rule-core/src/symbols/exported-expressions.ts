import { bareDeclaration } from '../source/bare-declaration.js';
import type { Declaration, ExportFact, Member, ModuleFacts } from '../source/facts.js';
import type { DeclaredSymbol } from './concern-targets.js';
import { moduleName } from './module-name.js';

/**
 * What a module exports without declaring it: `export default new Bus()`, `exports.notify = () => {…}`, and both
 * `module.exports = { notify() {…} }` and its members. What has no name of its own goes by its module's.
 */
export function exportedExpressions(facts: ModuleFacts): DeclaredSymbol[] {
  return facts.exports.flatMap((fact) => symbolOf(fact, facts) ?? []);
}

/** The one that leaves under a name: `'default'`, `'export='` for the whole of a CommonJS module. */
export function exportedExpression(facts: ModuleFacts, exported: string): DeclaredSymbol | undefined {
  const fact = facts.exports.find((candidate) => candidate.exported === exported);
  return fact && symbolOf(fact, facts);
}

function symbolOf(
  { exported, local, nameRange, range, ...fact }: ExportFact,
  facts: ModuleFacts,
): DeclaredSymbol | undefined {
  const member = fact.value === null ? memberOf(exported, facts) : undefined;
  const value = fact.value ?? member?.value ?? null;
  const signature = fact.signature ?? member?.signature ?? null;
  if (local !== null || (value === null && signature === null)) {
    return undefined;
  }
  const { path } = facts;
  const isWhole = exported === 'default' || exported === 'export=';
  const written = value?.kind === 'class' ? classAt(value.range[0], facts) : undefined;
  const name = (written?.name ?? '') || (isWhole ? moduleName(path) : exported);
  const place = { name, range, nameRange, exportedAs: [exported] };
  if (written !== undefined) {
    return { path, name, declaration: { ...written, ...place, scope: '', signature, value } };
  }
  const declaration = bareDeclaration({ kind: 'variable', ...place });
  declaration.binding = 'const';
  declaration.members = value?.kind === 'object' ? value.members : [];
  declaration.signature = signature;
  declaration.value = value;
  return { path, name, declaration };
}

/** A module itself, with its functions as members: what `import * as bus` gives. */
export function moduleSymbol(facts: ModuleFacts): DeclaredSymbol {
  const { exports, declarations, firstToken: range, path } = facts;
  const members = exports.flatMap(({ exported, local, nameRange, ...fact }): Member[] => {
    const declared =
      local === null ? undefined : declarations.find(({ name, scope }) => scope === '' && name === local);
    const signature = declared?.signature ?? fact.signature;
    return signature === null
      ? []
      : [{ ...NO_MEMBER, name: exported, range: nameRange, nameRange, signature, value: fact.value }];
  });
  const name = moduleName(path);
  const declaration = bareDeclaration({ kind: 'namespace', name, range, nameRange: range, exportedAs: [] });
  declaration.members = members;
  return { path, name, declaration };
}

/** The member of `module.exports = { … }` that leaves under a name. */
function memberOf(exported: string, { exports }: ModuleFacts): Member | undefined {
  const whole = exports.find((fact) => fact.exported === 'export=')?.value;
  return whole?.kind === 'object'
    ? whole.members.find(({ kind, name }) => name === exported && kind !== 'getter' && kind !== 'setter')
    : undefined;
}

function classAt(start: number, { declarations }: ModuleFacts): Declaration | undefined {
  return declarations.find(({ kind, range }) => kind === 'class' && range[0] === start);
}

const NO_MEMBER = {
  kind: 'method',
  static: false,
  visibility: 'public',
  optional: false,
  readonly: true,
  decorated: false,
  type: null,
} as const;
