import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import type { ExportFact, Range } from '../facts.js';
import { Kind, type Node } from '../tree/kinds.js';
import { patternIdentifiers } from '../tree/pattern-names.js';
import { keywordRange, nameRangeOf } from '../tree/ranges.js';
import { specifierName } from '../tree/static-name.js';
import type { StartCollector } from './collector.js';
import { held } from './members.js';

/** What leaves the module under a name: `export`, `export default`, `export =`. */
export const collectExports: StartCollector = (context) => {
  function add(fact: ExportFact): void {
    context.exports.push(fact);
  }

  function isModuleLevel(): boolean {
    return context.ancestor(1)?.type === Kind.Program;
  }

  function enterNamed(node: TSESTree.ExportNamedDeclaration): void {
    if (node.source !== null || !isModuleLevel()) {
      return;
    }
    for (const { exported, local, range, exportKind } of node.specifiers) {
      add({
        exported: specifierName(exported),
        local: specifierName(local),
        typeOnly: node.exportKind === 'type' || exportKind === 'type',
        range,
        nameRange: exported.range,
        ...NOT_WRITTEN,
      });
    }
    if (node.declaration !== null) {
      for (const { name, range } of declaredNames(node.declaration)) {
        const typeOnly = isTypeDeclaration(node.declaration);
        add({ exported: name, local: name, typeOnly, range: node.range, nameRange: range, ...NOT_WRITTEN });
      }
    }
  }

  function enterDefault(node: TSESTree.ExportDefaultDeclaration): void {
    if (!isModuleLevel()) {
      return;
    }
    const { declaration, range } = node;
    const named = localName(context, declaration);
    add({
      exported: 'default',
      local: named?.name ?? null,
      typeOnly: isTypeDeclaration(declaration),
      range,
      nameRange: named?.range ?? keywordRange(context.text, node, 'default'),
      ...(isNamedDeclaration(declaration) ? NOT_WRITTEN : held(context, declaration)),
    });
  }

  function enterAssignment(node: TSESTree.TSExportAssignment): void {
    if (!isModuleLevel()) {
      return;
    }
    const { expression, range } = node;
    const named = localName(context, expression);
    add({
      exported: 'export=',
      local: named?.name ?? null,
      typeOnly: false,
      range,
      nameRange: named?.range ?? expression.range,
      ...held(context, expression),
    });
  }

  return {
    enter: {
      ExportNamedDeclaration: enterNamed,
      ExportDefaultDeclaration: enterDefault,
      TSExportAssignment: enterAssignment,
    },
    finish: () => ({ exports: context.exports.sort((a, b) => a.nameRange[0] - b.nameRange[0]) }),
  };
};

/** What leaves is declared, or written elsewhere. */
const NOT_WRITTEN = { value: null, signature: null } as const;

interface NamedRange {
  readonly name: string;
  readonly range: Range;
}

/** The module-level name that an exported expression or declaration has. */
export function localName({ names }: ExtractionContext, node: Node): NamedRange | null {
  if (node.type === Kind.Identifier) {
    return names.at(node.range[0])?.kind === 'module' ? { name: node.name, range: node.range } : null;
  }
  return isNamedDeclaration(node) && node.id !== null ? { name: node.id.name, range: nameRangeOf(node.id) } : null;
}

type NamedDeclaration =
  | TSESTree.ClassDeclaration
  | TSESTree.FunctionDeclaration
  | TSESTree.TSDeclareFunction
  | TSESTree.TSInterfaceDeclaration;

function isNamedDeclaration(node: Node): node is NamedDeclaration {
  switch (node.type) {
    case Kind.ClassDeclaration:
    case Kind.FunctionDeclaration:
    case Kind.TSDeclareFunction:
    case Kind.TSInterfaceDeclaration:
      return node.id !== null;
    default:
      return false;
  }
}

function isTypeDeclaration(node: Node): boolean {
  return (
    node.type === Kind.TSInterfaceDeclaration ||
    node.type === Kind.TSTypeAliasDeclaration ||
    (node.type === Kind.TSImportEqualsDeclaration && node.importKind === 'type')
  );
}

function declaredNames(declaration: Node): NamedRange[] {
  switch (declaration.type) {
    case Kind.VariableDeclaration:
      return declaration.declarations
        .flatMap(({ id }) => patternIdentifiers(id))
        .map((id) => ({ name: id.name, range: nameRangeOf(id) }));
    case Kind.TSModuleDeclaration:
      return [{ name: leftmost(declaration.id), range: declaration.id.range }];
    default: {
      const id = 'id' in declaration ? declaration.id : null;
      return id?.type === Kind.Identifier ? [{ name: id.name, range: nameRangeOf(id) }] : [];
    }
  }
}

/** `export namespace A.B` exports `A`. */
function leftmost(id: Node): string {
  return id.type === Kind.TSQualifiedName ? leftmost(id.left) : id.type === Kind.Identifier ? id.name : '';
}
