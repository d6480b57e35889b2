import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import type { Binding, Range, Reference, RequestForm } from '../facts.js';
import { bracesOf } from '../tree/braces.js';
import { detached } from '../tree/copied-text.js';
import { Kind, type Node } from '../tree/kinds.js';
import { specifierName } from '../tree/static-name.js';
import type { StartCollector } from './collector.js';

/** `import … from 'm'`, `export … from 'm'` and `import x = require('m')`. */
export const collectImports: StartCollector = (context) => {
  function add(
    form: RequestForm,
    { range }: Node,
    source: TSESTree.StringLiteral,
    typeOnly: boolean,
    braces: Range | null,
    bindings: readonly Binding[],
  ): void {
    const opaque = bindings.length === 0;
    const specifier = detached(source.value);
    const atLoad = !typeOnly;
    context.requests.push({
      form,
      range,
      specifier,
      specifierRange: source.range,
      typeOnly,
      atLoad,
      braces,
      bindings,
      opaque,
      mock: null,
    });
  }

  function enterImport(node: TSESTree.ImportDeclaration): void {
    const typeOnly = node.importKind === 'type';
    const bindings = node.specifiers.map((specifier): Binding => {
      const { local, range } = specifier;
      return {
        imported: importedName(specifier),
        local: local.name,
        exported: null,
        range,
        nameRange: local.range,
        typeOnly: typeOnly || (specifier.type === Kind.ImportSpecifier && specifier.importKind === 'type'),
        references: referencesOf(context, node, local.name),
      };
    });
    const named = node.specifiers.filter(({ type }) => type === Kind.ImportSpecifier);
    const hasNamespace = node.specifiers.some(({ type }) => type === Kind.ImportNamespaceSpecifier);
    const braces = hasNamespace ? null : bracesOf(context.text, bracesStart(node), node.source.range[0], named);
    add('import', node, node.source, typeOnly, braces, bindings);
  }

  function enterNamedExport(node: TSESTree.ExportNamedDeclaration): void {
    if (node.source === null) {
      return;
    }
    const typeOnly = node.exportKind === 'type';
    const braces = bracesOf(context.text, node.range[0], node.source.range[0], node.specifiers);
    const bindings = node.specifiers.map(({ local, exported, range, exportKind }): Binding => ({
      imported: specifierName(local),
      local: null,
      exported: specifierName(exported),
      range,
      nameRange: exported.range,
      typeOnly: typeOnly || exportKind === 'type',
      references: [],
    }));
    add('reexport', node, node.source, typeOnly, braces, bindings);
  }

  function enterStarExport(node: TSESTree.ExportAllDeclaration): void {
    const typeOnly = node.exportKind === 'type';
    const { exported } = node;
    const bindings: Binding[] =
      exported === null
        ? []
        : [
            {
              imported: '*',
              local: null,
              exported: specifierName(exported),
              range: starRange(context.text, node, exported),
              nameRange: exported.range,
              typeOnly,
              references: [],
            },
          ];
    add('reexport', node, node.source, typeOnly, null, bindings);
  }

  function enterImportEquals(node: TSESTree.TSImportEqualsDeclaration): void {
    const { moduleReference, id } = node;
    if (moduleReference.type !== Kind.TSExternalModuleReference) {
      return;
    }
    const source = moduleReference.expression;
    const around = context.ancestor(1);
    const typeOnly = node.importKind === 'type';
    const binding: Binding = {
      imported: '*',
      local: id.name,
      exported: null,
      range: id.range,
      nameRange: id.range,
      typeOnly,
      references: referencesOf(context, node, id.name),
    };
    add('import-equals', around?.type === Kind.ExportNamedDeclaration ? around : node, source, typeOnly, null, [
      binding,
    ]);
  }

  return {
    enter: {
      ImportDeclaration: enterImport,
      ExportNamedDeclaration: enterNamedExport,
      ExportAllDeclaration: enterStarExport,
      TSImportEqualsDeclaration: enterImportEquals,
    },
    // Requests of all forms are in one list, in source order.
    finish: () => ({ requests: context.requests.sort((a, b) => a.specifierRange[0] - b.specifierRange[0]) }),
  };
};

function importedName(specifier: TSESTree.ImportClause): string {
  switch (specifier.type) {
    case Kind.ImportSpecifier:
      return specifierName(specifier.imported);
    case Kind.ImportDefaultSpecifier:
      return 'default';
    default:
      return '*';
  }
}

/** The list is filled as the walk goes on. Imports of a `declare module` block are local to it. */
function referencesOf(context: ExtractionContext, declaring: Node, local: string): readonly Reference[] {
  const isModuleLevel = context.scope === '';
  const name = isModuleLevel ? context.names.moduleLevel.get(local) : context.names.follow(declaring, local);
  return name?.references ?? [];
}

/** Behind the default import: before it there is no brace that counts. */
function bracesStart({ specifiers, range }: TSESTree.ImportDeclaration): number {
  const [first] = specifiers;
  return first?.type === Kind.ImportDefaultSpecifier ? first.range[1] : range[0];
}

/** `* as ns`. */
function starRange(text: string, { range }: Node, { range: [, end] }: Node): Range {
  return [text.indexOf('*', range[0]), end];
}
