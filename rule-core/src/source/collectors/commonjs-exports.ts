import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import type { Range } from '../facts.js';
import { Kind, type Node } from '../tree/kinds.js';
import { keyName, memberName } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';
import type { StartCollector } from './collector.js';
import { localName } from './exports.js';
import { held } from './members.js';
import { heldValue } from './values.js';

/** `module.exports = …`, `exports.a = …`, `module.exports.a = …`, where `module` and `exports` are CommonJS's own. */
export const collectCommonJsExports: StartCollector = (context) => {
  function enterAssignment({ left, operator, right, range }: TSESTree.AssignmentExpression): void {
    const found = operator === '=' && context.atLoad ? commonJsExport(context, left) : null;
    if (found === null) {
      return;
    }
    const value = lastValue(right);
    context.exports.push({
      ...found,
      local: localName(context, value)?.name ?? null,
      typeOnly: false,
      range,
      ...held(context, value),
    });
    const object = found.exported === 'export=' ? heldValue(context, value) : null;
    if (object?.type === Kind.ObjectExpression) {
      addProperties(context, object);
    }
  }

  return { enter: { AssignmentExpression: enterAssignment } };
};

/** What an assignment to `left` exports: `module.exports`, `exports.a`, `module.exports.a`; `null` if it is none of them. */
export function commonJsExport(
  context: ExtractionContext,
  left: Node,
): { readonly exported: string; readonly nameRange: Range } | null {
  if (left.type !== Kind.MemberExpression) {
    return null;
  }
  if (isModuleExports(context, left)) {
    return { exported: 'export=', nameRange: left.range };
  }
  const name = memberName(left);
  return name !== null && isExports(context, left.object) ? { exported: name, nameRange: left.property.range } : null;
}

/** `module.exports = exports = X`, `exports.a = exports.b = x`: what is assigned in the end. */
function lastValue(right: Node): Node {
  let value = right;
  while (value.type === Kind.AssignmentExpression && value.operator === '=') {
    value = value.right;
  }
  return value;
}

function addProperties(context: ExtractionContext, { properties }: TSESTree.ObjectExpression): void {
  for (const property of properties) {
    const name = property.type === Kind.Property ? keyName(property.key, property.computed) : null;
    if (name !== null && property.type === Kind.Property) {
      context.exports.push({
        exported: name,
        local: localName(context, property.value)?.name ?? null,
        typeOnly: false,
        range: property.range,
        nameRange: property.key.range,
        // The object's own fact describes its members.
        value: null,
        signature: null,
      });
    }
  }
}

/** `exports` or `module.exports`. */
function isExports(context: ExtractionContext, expression: Node): boolean {
  const node = unwrapped(expression);
  return isGlobal(context, node, 'exports') || isModuleExports(context, node);
}

function isModuleExports(context: ExtractionContext, node: Node): boolean {
  return (
    node.type === Kind.MemberExpression &&
    memberName(node) === 'exports' &&
    isGlobal(context, unwrapped(node.object), 'module')
  );
}

function isGlobal({ names }: ExtractionContext, node: Node, name: string): boolean {
  return node.type === Kind.Identifier && node.name === name && names.at(node.range[0])?.kind === 'global';
}
