import type { TSESTree } from '@typescript-eslint/types';
import type { HeldObject, TakenMembers } from '../facts.js';
import { heldObject } from '../held/held-object.js';
import { detached } from '../tree/copied-text.js';
import { Kind } from '../tree/kinds.js';
import { keyName } from '../tree/static-name.js';
import type { StartCollector } from './collector.js';

/** Members that a variable declaration takes out of an object: `const { send } = bridge`. */
export const collectTakenMembers: StartCollector = (context) => {
  const takenMembers: TakenMembers[] = [];

  function enterVariable({ id, init }: TSESTree.VariableDeclarator): void {
    if (id.type !== Kind.ObjectPattern || init === null) {
      return;
    }
    const object = heldObject(context, init);
    const members = id.properties.flatMap((property) => {
      const name = property.type === Kind.Property ? keyName(property.key, property.computed) : null;
      return property.type === Kind.Property && name !== null
        ? [{ name: detached(name), nameRange: property.key.range, shorthand: property.shorthand }]
        : [];
    });
    if (members.length > 0 && isFollowed(object)) {
      takenMembers.push({ object, members, scope: context.scope });
    }
  }

  return { enter: { VariableDeclarator: enterVariable }, finish: () => ({ takenMembers }) };
};

/** What comes from a global is no object of the project, and what comes from `require` is a binding of its request. */
function isFollowed({ base }: HeldObject): boolean {
  switch (base.kind) {
    case 'unknown':
      return false;
    case 'name':
      return base.origin !== 'global';
    case 'call':
      return isFollowed(base.callee);
    default:
      return true;
  }
}
