import type { TSESTree } from '@typescript-eslint/types';
import { bareDeclaration, type Draft } from '../bare-declaration.js';
import type { ExtractionContext } from '../extraction-context.js';
import type { DeclarationKind } from '../facts.js';
import { Kind, type Node } from '../tree/kinds.js';
import { isSet } from '../tree/modifiers.js';
import { keywordRange, nameRangeOf } from '../tree/ranges.js';

/** An `export` statement with a declaration in it. */
export type ExportNode = TSESTree.ExportNamedDeclaration | TSESTree.ExportDefaultDeclaration;

/** The `export` statement around a declaration that is `levels` below it. */
export function exportAround(context: ExtractionContext, levels = 1): ExportNode | null {
  const parent = context.ancestor(levels);
  return parent?.type === Kind.ExportNamedDeclaration || parent?.type === Kind.ExportDefaultDeclaration ? parent : null;
}

/** Whether a declaration stands at module level or directly in a namespace. */
export function isOutermost(context: ExtractionContext, around: ExportNode | null): boolean {
  const parent = context.ancestor(around === null ? 1 : 2);
  return parent?.type === Kind.Program || parent?.type === Kind.TSModuleBlock;
}

/** `var` belongs to the module also inside its blocks and loops. */
export function isModuleVariable(context: ExtractionContext, statement: TSESTree.VariableDeclaration): boolean {
  const parent = context.ancestor(exportAround(context, 2) === null ? 2 : 3);
  const isStatement = parent?.type === Kind.Program || parent?.type === Kind.TSModuleBlock;
  return isStatement || (statement.kind === 'var' && !context.inFunction);
}

/** A declaration of which only the head is known. */
export function draftOf(
  context: ExtractionContext,
  kind: DeclarationKind,
  node: Node,
  around: ExportNode | null,
  id: TSESTree.Identifier | null,
  keyword: string,
): Draft {
  const draft = bareDeclaration({
    kind,
    name: id?.name ?? '',
    range: around?.range ?? node.range,
    nameRange: id === null ? keywordRange(context.text, node, keyword) : nameRangeOf(id),
    exportedAs: around === null ? [] : around.type === Kind.ExportDefaultDeclaration ? ['default'] : [id?.name ?? ''],
  });
  draft.scope = context.scope;
  draft.ambient = context.ambient;
  return draft;
}

/** The same for a name that a declarator declares. */
export function variableDraft(
  context: ExtractionContext,
  declarator: TSESTree.VariableDeclarator,
  id: TSESTree.Identifier,
  around: ExportNode | null,
  statement: TSESTree.VariableDeclaration,
): Draft {
  const draft = draftOf(context, 'variable', declarator, around, id, '');
  draft.range = declarator.range;
  draft.binding = statement.kind === 'await using' ? 'using' : statement.kind;
  draft.ambient ||= isSet(statement.declare);
  return draft;
}
