import type { TSESTree } from '@typescript-eslint/types';
import type { Range } from '../facts.js';
import type { ParsedModule } from '../parsed-module.js';
import { scopeAnalysis } from '../scopes.js';
import { Kind } from '../tree/kinds.js';

/** A statement of a module's top level, and the names by which others depend on it. */
export interface Statement {
  /** Where the statement before it ends: the white space and the comments in front of a statement belong to it. */
  readonly from: number;
  readonly range: Range;
  /** An import, or a directive: what the names and the words of all others depend on. */
  readonly isShared: boolean;
  /** The module-level names that it declares. */
  readonly declared: ReadonlySet<string>;
  /** Every name in it: declared at any depth, or used. */
  readonly named: ReadonlySet<string>;
  /** The names of which it says more than that it uses them: it writes to them, or exports them. */
  readonly changed: ReadonlySet<string>;
}

/** `this` in two classes is not the same, but flows of texts take members of equal names for one. */
const OWN = 'this';

/** The statements of a module, in source order. */
export function statementsOf({ program, scopeManager, text }: ParsedModule): Statement[] {
  const statements = program.body.map((node, index) => {
    const [, from = 0] = program.body[index - 1]?.range ?? [];
    const names = text.slice(...node.range).includes(OWN) ? [OWN] : [];
    return {
      from,
      range: node.range,
      isShared: isShared(node),
      isExport: isExport(node, text),
      declared: new Set(names),
      named: new Set(names),
      changed: new Set<string>(),
    };
  });
  for (const { block, references, variables } of scopeManager.scopes) {
    for (const reference of references) {
      const { name, range } = reference.identifier;
      const statement = statementAt(statements, range[0]);
      statement?.named.add(name);
      if (statement !== undefined && (reference.isWrite() || statement.isExport)) statement.changed.add(name);
    }
    for (const { identifiers, name } of variables) {
      for (const { range } of identifiers) {
        const statement = statementAt(statements, range[0]);
        statement?.named.add(name);
        if (block.type === Kind.Program) {
          statement?.declared.add(name);
        }
      }
    }
  }
  return statements;
}

function isShared(node: TSESTree.ProgramStatement): boolean {
  return (
    node.type === Kind.ImportDeclaration ||
    (node.type === Kind.TSImportEqualsDeclaration && node.moduleReference.type === Kind.TSExternalModuleReference) ||
    (node.type === Kind.ExpressionStatement && typeof node.directive === 'string')
  );
}

/** `export { a }`, `export default a`, `export = a`, `exports.a = a`. */
function isExport(node: TSESTree.ProgramStatement, text: string): boolean {
  switch (node.type) {
    case Kind.ExportNamedDeclaration:
      return node.declaration === null;
    case Kind.ExportDefaultDeclaration:
    case Kind.TSExportAssignment:
      return true;
    default:
      return text.slice(...node.range).includes('exports');
  }
}

/** The statement that an offset is in, or in front of; `undefined` behind the last one. */
export function statementAt<Any extends Pick<Statement, 'range'>>(
  statements: readonly Any[],
  offset: number,
): Any | undefined {
  return statements[indexAt(statements, offset)];
}

/** The index of that statement; the number of statements behind the last one. */
export function indexAt(statements: readonly Pick<Statement, 'range'>[], offset: number): number {
  let [low, high] = [0, statements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const isBefore = (statements[middle]?.range[1] ?? Infinity) <= offset;
    [low, high] = isBefore ? [middle + 1, high] : [low, middle];
  }
  return low;
}

/** Whether a module declares names in itself alone, and imports at its top level only. */
export function hasOwnNamesOnly({ program, scopeManager }: ParsedModule): boolean {
  const { DefinitionType } = scopeAnalysis();
  const isForeign = program.body.some(
    (node) => node.type === Kind.TSModuleDeclaration && (node.kind === 'global' || node.id.type === Kind.Literal),
  );
  const importsInside = scopeManager.scopes.some(
    ({ block, variables }) =>
      block.type !== Kind.Program &&
      variables.some(({ defs }) => defs.some(({ type }) => type === DefinitionType.ImportBinding)),
  );
  return !isForeign && !importsInside;
}
