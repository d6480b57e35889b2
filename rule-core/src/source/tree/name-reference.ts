import type { NameReference } from '../facts.js';
import type { ModuleNames } from '../names/module-names.js';
import { Kind, type Node } from './kinds.js';
import { memberName } from './static-name.js';
import { unwrapped } from './unwrapped.js';

/** A name with members as an expression or a type writes it; `null` for anything that is more than that. */
export function nameReference(names: ModuleNames, node: Node): NameReference | null {
  const path: string[] = [];
  let current = unwrapped(node);
  const { range } = current;
  for (;;) {
    switch (current.type) {
      case Kind.MemberExpression: {
        const name = memberName(current);
        if (name === null) {
          return null;
        }
        path.push(name);
        current = unwrapped(current.object);
        break;
      }
      case Kind.TSQualifiedName:
        path.push(current.right.name);
        current = current.left;
        break;
      case Kind.Identifier:
        return { name: current.name, path: path.reverse(), range, origin: names.originAt(current.range[0]) };
      case Kind.ThisExpression:
        return { name: 'this', path: path.reverse(), range, origin: 'this' };
      default:
        return null;
    }
  }
}
