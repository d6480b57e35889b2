import type { TSESTree } from '@typescript-eslint/types';
import type { Range, Reference } from '../facts.js';
import { detached } from '../tree/copied-text.js';
import { Kind, type Node } from '../tree/kinds.js';
import { staticString } from '../tree/static-name.js';
import { readOf } from '../uses/reference.js';
import type { StartCollector } from './collector.js';

/** `import('m').X` in a type position and `typeof import('m')`. */
export const collectImportTypes: StartCollector = (context) => {
  function enterImportType(node: TSESTree.TSImportType): void {
    const specifier = staticString(node.source);
    if (specifier === null) {
      return;
    }
    const parent = context.ancestor(1);
    const isTypeof = parent?.type === Kind.TSTypeQuery;
    const path: string[] = [];
    const links: Range[] = [];
    if (node.qualifier !== null) {
      addQualifier(node.qualifier, node.range[0], path, links);
    }
    addIndexes(isTypeof ? parent : node, context.ancestors, isTypeof ? 2 : 1, path, links);
    const [imported = '*', ...members] = path;
    const range = links[0] ?? node.range;
    const reference: Reference = {
      ...readOf(context, range, members, links.slice(1)),
      role: isTypeof ? 'typeof' : 'type',
      atLoad: false,
    };
    context.requests.push({
      form: 'import-type',
      range: node.range,
      specifier: detached(specifier),
      specifierRange: node.source.range,
      typeOnly: true,
      atLoad: false,
      braces: null,
      bindings:
        path.length === 0
          ? []
          : [
              {
                imported,
                local: null,
                exported: null,
                range,
                nameRange: range,
                typeOnly: true,
                references: [reference],
              },
            ],
      opaque: path.length === 0,
      mock: null,
    });
  }

  return { enter: { TSImportType: enterImportType } };
};

function addQualifier(node: TSESTree.EntityName, start: number, path: string[], links: Range[]): void {
  if (node.type === Kind.TSQualifiedName) {
    addQualifier(node.left, start, path, links);
    path.push(node.right.name);
    links.push([start, node.right.range[1]]);
  } else if (node.type === Kind.Identifier) {
    path.push(node.name);
    links.push([start, node.range[1]]);
  }
}

/** `import('m')['X']`, `(typeof import('m'))['x']`. */
function addIndexes(start: Node, ancestors: readonly Node[], level: number, path: string[], links: Range[]): void {
  let object = start;
  for (let index = ancestors.length - level; index >= 0; index--) {
    const parent = ancestors[index];
    if (parent?.type !== Kind.TSIndexedAccessType || parent.objectType !== object) {
      return;
    }
    const name = parent.indexType.type === Kind.TSLiteralType ? staticString(parent.indexType.literal) : null;
    if (name === null) {
      return;
    }
    path.push(name);
    links.push(parent.range);
    object = parent;
  }
}
