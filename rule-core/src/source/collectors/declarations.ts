import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import type { Declaration, DeclarationKind, NameReference, Range, ValueFact } from '../facts.js';
import { scopeWith } from '../position.js';
import { holderName } from '../tree/holder-name.js';
import { Kind, type ClassNode, type Node } from '../tree/kinds.js';
import { isAbstract, isDeclared } from '../tree/modifiers.js';
import { nameReference } from '../tree/name-reference.js';
import { patternIdentifiers } from '../tree/pattern-names.js';
import { keywordRange, nameRangeOf } from '../tree/ranges.js';
import { patternReads } from '../uses/pattern-reads.js';
import type { StartCollector } from './collector.js';
import { classMembers, held, typeMembers } from './members.js';
import { namespaceName } from './namespaces.js';
import { signatureOf } from './signatures.js';
import { typeFact } from './types.js';

/** A declaration until the exports are known. */
type Draft = { -readonly [Field in keyof Declaration]: Declaration[Field] };

/** Everything declared at module level and in namespaces, and classes at any depth. */
export const collectDeclarations: StartCollector = (context) => {
  const drafts: Draft[] = [];
  /** Overload signatures seen so far, by scope and name. */
  const overloads = new Map<string, Draft>();

  function enterClass(node: ClassNode): void {
    const isStatement = node.type === Kind.ClassDeclaration;
    const draft = draftOf(context, 'class', node, isStatement ? exportAround(context) : null, node.id, 'class');
    if (!isStatement) {
      draft.scope = scopeWith(context.scope, holderName(node, context.ancestors));
    }
    draft.ambient ||= isDeclared(node);
    draft.abstract = isAbstract(node);
    // JavaScript parsers leave out what only TypeScript has.
    draft.decorated = listOf(node.decorators).length > 0;
    draft.extends = node.superClass === null ? [] : namesOf(context, [node.superClass]);
    draft.implements = namesOf(context, listOf(node.implements).map(({ expression }) => expression));
    draft.members = classMembers(context, node);
    drafts.push(draft);
  }

  function enterFunction(node: TSESTree.FunctionDeclaration | TSESTree.TSDeclareFunction): void {
    const around = exportAround(context);
    if (!isOutermost(context, around)) {
      return;
    }
    const draft = draftOf(context, 'function', node, around, node.id, 'function');
    draft.ambient ||= isDeclared(node);
    const key = `${draft.scope}\n${draft.name}`;
    const earlier = overloads.get(key);
    if (node.type === Kind.TSDeclareFunction) {
      if (earlier === undefined) {
        draft.signature = signatureOf(context, node);
        overloads.set(key, draft);
        drafts.push(draft);
      } else {
        // The first signature counts as an overload only where there is a second one.
        earlier.overloads = Math.max(earlier.overloads, 1) + 1;
      }
      return;
    }
    draft.signature = signatureOf(context, node);
    if (earlier === undefined) {
      drafts.push(draft);
    } else {
      overloads.delete(key);
      drafts[drafts.indexOf(earlier)] = draft;
      draft.overloads = Math.max(earlier.overloads, 1);
      draft.exportedAs = [...new Set([...earlier.exportedAs, ...draft.exportedAs])];
    }
  }

  function enterVariable(node: TSESTree.VariableDeclarator): void {
    const statement = context.ancestor(1);
    if (statement?.type !== Kind.VariableDeclaration || !isModuleVariable(context, statement)) {
      return;
    }
    const around = exportAround(context, 2);
    if (node.id.type === Kind.Identifier) {
      const draft = variableDraft(context, node, node.id, around, statement);
      const { value, signature } = held(context, node.init);
      draft.value = value;
      draft.signature = signature;
      draft.type = typeFact(context, node.id.typeAnnotation);
      draft.members = draft.value?.kind === 'object' ? draft.value.members : [];
      drafts.push(draft);
    } else {
      for (const { target, value } of boundNames(context, node)) {
        const draft = variableDraft(context, node, target, around, statement);
        draft.value = value;
        drafts.push(draft);
      }
    }
  }

  function enterInterface(node: TSESTree.TSInterfaceDeclaration): void {
    const draft = draftOf(context, 'interface', node, exportAround(context), node.id, 'interface');
    if (!isOutermost(context, exportAround(context))) {
      return;
    }
    draft.ambient ||= isDeclared(node);
    draft.extends = namesOf(context, node.extends.map(({ expression }) => expression));
    draft.members = typeMembers(context, node.body.body);
    drafts.push(draft);
  }

  function enterTypeAlias(node: TSESTree.TSTypeAliasDeclaration): void {
    const around = exportAround(context);
    if (!isOutermost(context, around)) {
      return;
    }
    const draft = draftOf(context, 'type', node, around, node.id, 'type');
    draft.ambient ||= isDeclared(node);
    draft.type = typeFact(context, node.typeAnnotation);
    draft.members = node.typeAnnotation.type === Kind.TSTypeLiteral ? typeMembers(context, node.typeAnnotation.members) : [];
    drafts.push(draft);
  }

  function enterEnum(node: TSESTree.TSEnumDeclaration): void {
    const around = exportAround(context);
    if (isOutermost(context, around)) {
      const draft = draftOf(context, 'enum', node, around, node.id, 'enum');
      draft.ambient ||= isDeclared(node);
      drafts.push(draft);
    }
  }

  function enterNamespace(node: TSESTree.TSModuleDeclaration): void {
    const draft = draftOf(context, 'namespace', node, exportAround(context), null, '');
    draft.name = namespaceName(node);
    draft.nameRange = node.id.range;
    // `export namespace A.B` exports `A`.
    draft.exportedAs = draft.exportedAs.length === 0 ? [] : [draft.name.split('.', 1)[0] ?? ''];
    draft.ambient ||= isDeclared(node);
    drafts.push(draft);
  }

  return {
    enter: {
      ClassDeclaration: enterClass,
      ClassExpression: enterClass,
      FunctionDeclaration: enterFunction,
      TSDeclareFunction: enterFunction,
      VariableDeclarator: enterVariable,
      TSInterfaceDeclaration: enterInterface,
      TSTypeAliasDeclaration: enterTypeAlias,
      TSEnumDeclaration: enterEnum,
      TSModuleDeclaration: enterNamespace,
    },
    finish() {
      // What holds another module is a binding of its request.
      const declarations = drafts.filter(({ kind, scope, name }) => !(kind === 'variable' && scope === '' && isImported(context, name)));
      const exportedAs = exportedNames(context);
      for (const draft of declarations) {
        if (draft.scope === '' && draft.name !== '') {
          const more = exportedAs.get(draft.name);
          draft.exportedAs = more === undefined ? draft.exportedAs : [...new Set([...draft.exportedAs, ...more])];
        }
      }
      return { declarations };
    },
  };
};

function isImported({ names }: ExtractionContext, name: string): boolean {
  return names.moduleLevel.get(name)?.imported === true;
}

/** The names under which each module-level name leaves. */
function exportedNames({ exports }: ExtractionContext): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { local, exported } of exports) {
    if (local !== null) {
      names.set(local, [...(names.get(local) ?? []), exported]);
    }
  }
  return names;
}

type ExportNode = TSESTree.ExportNamedDeclaration | TSESTree.ExportDefaultDeclaration;

/** The `export` statement around a declaration that is `levels` below it. */
function exportAround(context: ExtractionContext, levels = 1): ExportNode | null {
  const parent = context.ancestor(levels);
  return parent?.type === Kind.ExportNamedDeclaration || parent?.type === Kind.ExportDefaultDeclaration ? parent : null;
}

/** Whether a declaration stands at module level or directly in a namespace. */
function isOutermost(context: ExtractionContext, around: ExportNode | null): boolean {
  const parent = context.ancestor(around === null ? 1 : 2);
  return parent?.type === Kind.Program || parent?.type === Kind.TSModuleBlock;
}

/** `var` belongs to the module also inside its blocks and loops. */
function isModuleVariable(context: ExtractionContext, statement: TSESTree.VariableDeclaration): boolean {
  const parent = context.ancestor(exportAround(context, 2) === null ? 2 : 3);
  const isStatement = parent?.type === Kind.Program || parent?.type === Kind.TSModuleBlock;
  return isStatement || (statement.kind === 'var' && !context.inFunction);
}

function draftOf(
  context: ExtractionContext,
  kind: DeclarationKind,
  node: Node,
  around: ExportNode | null,
  id: TSESTree.Identifier | null,
  keyword: string,
): Draft {
  return {
    kind,
    name: id?.name ?? '',
    range: around?.range ?? node.range,
    nameRange: id === null ? keywordRange(context.text, node, keyword) : nameRangeOf(id),
    scope: context.scope,
    exportedAs: around === null ? [] : around.type === Kind.ExportDefaultDeclaration ? ['default'] : [id?.name ?? ''],
    ambient: context.ambient,
    abstract: false,
    binding: null,
    signature: null,
    overloads: 0,
    extends: [],
    implements: [],
    members: [],
    type: null,
    value: null,
    decorated: false,
  };
}

function variableDraft(
  context: ExtractionContext,
  declarator: TSESTree.VariableDeclarator,
  id: TSESTree.Identifier,
  around: ExportNode | null,
  statement: TSESTree.VariableDeclaration,
): Draft {
  const draft = draftOf(context, 'variable', declarator, around, id, '');
  draft.range = declarator.range;
  draft.binding = statement.kind === 'await using' ? 'using' : statement.kind;
  draft.ambient ||= isDeclared(statement);
  return draft;
}

interface BoundName {
  readonly target: TSESTree.Identifier;
  readonly value: ValueFact | null;
}

/** The names in a pattern; what `const { a: b } = x.y` puts into `b` is `x.y.a`. */
function boundNames(context: ExtractionContext, { id, init }: TSESTree.VariableDeclarator): BoundName[] {
  const source = init === null ? null : nameReference(context.names, init);
  if (id.type !== Kind.ObjectPattern) {
    return patternIdentifiers(id).map((target) => ({ target, value: other(target.range) }));
  }
  return patternReads(id).flatMap(({ target, path, links }): BoundName[] => {
    if (target.type !== Kind.Identifier) {
      return patternIdentifiers(target).map((inner) => ({ target: inner, value: other(inner.range) }));
    }
    if (source === null || path.length === 0) {
      return [{ target, value: other(target.range) }];
    }
    const member = { ...source, path: [...source.path, ...path] };
    return [{ target, value: { kind: 'reference', range: links.at(-1) ?? target.range, target: member } }];
  });
}

function other(range: Range): ValueFact {
  return { kind: 'other', range };
}

function namesOf({ names }: ExtractionContext, expressions: readonly Node[]): NameReference[] {
  return expressions.flatMap((expression) => nameReference(names, expression) ?? []);
}

function listOf<Item>(list: readonly Item[] | undefined): readonly Item[] {
  return list ?? [];
}
