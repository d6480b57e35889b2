import type { TSESTree } from '@typescript-eslint/types';
import { Kind } from '../tree/kinds.js';
import { keyName, memberName } from '../tree/static-name.js';
import type { StartCollector } from './collector.js';

/** Every property name that is read with `.name`, `['name']` or destructuring. */
export const collectMemberReads: StartCollector = () => {
  const members = new Set<string>();

  function enterMember(node: TSESTree.MemberExpression): void {
    const name = memberName(node);
    if (name !== null) {
      members.add(name);
    }
  }

  function enterPattern({ properties }: TSESTree.ObjectPattern): void {
    for (const property of properties) {
      const name = property.type === Kind.Property ? keyName(property.key, property.computed) : null;
      if (name !== null) {
        members.add(name);
      }
    }
  }

  return {
    enter: {
      MemberExpression: enterMember,
      ObjectPattern: enterPattern,
      JSXMemberExpression: ({ property }) => members.add(property.name),
    },
    finish: () => ({ members: [...members].sort() }),
  };
};
