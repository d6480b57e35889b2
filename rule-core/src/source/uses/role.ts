import type { ReferenceRole } from '../facts.js';
import { specifierName } from '../tree/static-name.js';
import { Kind, type Node } from '../tree/kinds.js';

/**
 * What a chain is used for.
 *
 * @param end The whole chain.
 * @param parent The node around it.
 * @param grandparent The node around that.
 */
export function roleOf(end: Node, parent: Node, grandparent: Node | undefined): ReferenceRole {
  switch (parent.type) {
    case Kind.CallExpression:
      if (parent.callee !== end) {
        return 'value';
      }
      return grandparent?.type === Kind.Decorator ? 'decorator' : 'call';
    case Kind.NewExpression:
      return parent.callee === end ? 'new' : 'value';
    case Kind.TaggedTemplateExpression:
      return parent.tag === end ? 'tag' : 'value';
    case Kind.ClassDeclaration:
    case Kind.ClassExpression:
      return parent.superClass === end ? 'extends' : 'value';
    case Kind.TSClassImplements:
    case Kind.TSInterfaceHeritage:
      return 'implements';
    case Kind.JSXOpeningElement:
      return 'jsx';
    case Kind.Decorator:
      return 'decorator';
    case Kind.TSTypeReference:
    case Kind.TSImportType:
      return 'type';
    case Kind.TSTypeQuery:
      return 'typeof';
    case Kind.UnaryExpression:
      return parent.operator === 'typeof' ? 'typeof' : 'value';
    case Kind.BinaryExpression:
      return parent.operator === 'instanceof' && parent.right === end ? 'instanceof' : 'value';
    case Kind.ExportSpecifier:
    case Kind.ExportDefaultDeclaration:
    case Kind.TSExportAssignment:
      return 'export';
    case Kind.TSImportEqualsDeclaration:
      return parent.importKind === 'type' ? 'type' : 'value';
    case Kind.AssignmentExpression:
    case Kind.AssignmentPattern:
    case Kind.ForInStatement:
    case Kind.ForOfStatement:
      return parent.left === end ? 'write' : 'value';
    case Kind.UpdateExpression:
    case Kind.ArrayPattern:
    case Kind.RestElement:
      return 'write';
    case Kind.Property:
      return isTarget(parent, end, grandparent) ? 'write' : 'value';
    default:
      return 'value';
  }
}

/** `({ a: X } = …)`: a computed key there is read, not written. */
function isTarget(property: Node, end: Node, around: Node | undefined): boolean {
  return (
    around?.type === Kind.ObjectPattern &&
    property.type === Kind.Property &&
    (property.value === end || property.shorthand)
  );
}

/** The name under which `export { X as name }`, `export default X` or `export = X` lets a value out; otherwise `null`. */
export function exportedName(parent: Node): string | null {
  switch (parent.type) {
    case Kind.ExportSpecifier:
      return specifierName(parent.exported);
    case Kind.ExportDefaultDeclaration:
      return 'default';
    case Kind.TSExportAssignment:
      return 'export=';
    default:
      return null;
  }
}
