import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import type { NameReference } from '../facts.js';
import { scopeWith } from '../position.js';
import { documentedVariable } from '../held/documented-types.js';
import { holderName } from '../tree/holder-name.js';
import { Kind, type ClassNode, type Node } from '../tree/kinds.js';
import { isSet } from '../tree/modifiers.js';
import { nameReference } from '../tree/name-reference.js';
import { boundNames } from './bound-names.js';
import { unwrapped } from '../tree/unwrapped.js';
import type { StartCollector } from './collector.js';
import type { Draft } from '../bare-declaration.js';
import { draftOf, exportAround, isModuleVariable, isOutermost, variableDraft } from './declaration-drafts.js';
import { classMembers, held, typeMembers } from './members.js';
import { namespaceName } from './namespaces.js';
import { signatureOf } from './signatures.js';
import { typeFact } from './types.js';

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
    draft.ambient ||= isSet(node.declare);
    draft.abstract = isSet(node.abstract);
    // JavaScript parsers leave out what only TypeScript has.
    draft.decorated = listOf(node.decorators).length > 0;
    draft.extends = node.superClass === null ? [] : namesOf(context, basesIn(node.superClass));
    draft.implements = namesOf(
      context,
      listOf(node.implements).map(({ expression }) => expression),
    );
    draft.members = classMembers(context, node);
    drafts.push(draft);
  }

  function enterFunction(node: TSESTree.FunctionDeclaration | TSESTree.TSDeclareFunction): void {
    const around = exportAround(context);
    if (!isOutermost(context, around)) {
      return;
    }
    const draft = draftOf(context, 'function', node, around, node.id, 'function');
    draft.ambient ||= isSet(node.declare);
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
      draft.type = typeFact(context, node.id.typeAnnotation) ?? documentedVariable(context, node.id);
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
    draft.ambient ||= isSet(node.declare);
    draft.extends = namesOf(
      context,
      node.extends.map(({ expression }) => expression),
    );
    draft.members = typeMembers(context, node.body.body);
    drafts.push(draft);
  }

  function enterTypeAlias(node: TSESTree.TSTypeAliasDeclaration): void {
    const around = exportAround(context);
    if (!isOutermost(context, around)) {
      return;
    }
    const draft = draftOf(context, 'type', node, around, node.id, 'type');
    draft.ambient ||= isSet(node.declare);
    draft.type = typeFact(context, node.typeAnnotation);
    draft.members =
      node.typeAnnotation.type === Kind.TSTypeLiteral ? typeMembers(context, node.typeAnnotation.members) : [];
    drafts.push(draft);
  }

  function enterEnum(node: TSESTree.TSEnumDeclaration): void {
    const around = exportAround(context);
    if (isOutermost(context, around)) {
      const draft = draftOf(context, 'enum', node, around, node.id, 'enum');
      draft.ambient ||= isSet(node.declare);
      drafts.push(draft);
    }
  }

  function enterNamespace(node: TSESTree.TSModuleDeclaration): void {
    const draft = draftOf(context, 'namespace', node, exportAround(context), null, '');
    draft.name = namespaceName(node);
    draft.nameRange = node.id.range;
    // `export namespace A.B` exports `A`.
    draft.exportedAs = draft.exportedAs.length === 0 ? [] : [draft.name.split('.', 1)[0] ?? ''];
    draft.ambient ||= isSet(node.declare);
    drafts.push(draft);
  }

  /** `import a = b.c` is `const a = b.c` for types, too. */
  function enterAlias(node: TSESTree.TSImportEqualsDeclaration): void {
    if (node.moduleReference.type === Kind.TSExternalModuleReference) {
      return;
    }
    const target = nameReference(context.names, node.moduleReference);
    const draft = draftOf(context, 'variable', node, exportAround(context), node.id, '');
    draft.binding = 'const';
    draft.value = target === null ? null : { kind: 'reference', range: target.range, target };
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
      TSImportEqualsDeclaration: enterAlias,
    },
    finish() {
      // What holds another module is a binding of its request.
      const declarations = drafts.filter(
        ({ kind, scope, name }) => !(kind === 'variable' && scope === '' && isImported(context, name)),
      );
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

function namesOf({ names }: ExtractionContext, expressions: readonly Node[]): NameReference[] {
  return expressions.flatMap((expression) => nameReference(names, expression) ?? []);
}

/** What a class extends: for `Mixin(Base)` what the mixin is applied to, since the result has all of it. */
function basesIn(superClass: Node): readonly Node[] {
  const base = unwrapped(superClass);
  return base.type === Kind.CallExpression ? base.arguments.flatMap(basesIn) : [base];
}

function listOf<Item>(list: readonly Item[] | undefined): readonly Item[] {
  return list ?? [];
}
