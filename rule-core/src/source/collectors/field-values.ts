import type { TSESTree } from '@typescript-eslint/types';
import type { FieldValue } from '../facts.js';
import { documentedField } from '../held/documented-types.js';
import { heldObject } from '../held/held-object.js';
import { Kind, type Node } from '../tree/kinds.js';
import { keyName, memberName } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';
import type { StartCollector } from './collector.js';

/** What fields of classes hold: `private bridge = getBridge()`, `this.#bridge = bridge`. */
export const collectFieldValues: StartCollector = (context) => {
  const fieldValues: FieldValue[] = [];

  function add(name: string | null, range: TSESTree.Range, expression: Node | null): void {
    if (name === null) {
      return;
    }
    const type = documentedField(context, range);
    if (type !== null) {
      fieldValues.push({ name, range, value: { range: type.range, base: { kind: 'typed', type }, path: [] } });
      return;
    }
    if (expression === null) {
      return;
    }
    const value = heldObject(context, expression);
    if (value.base.kind !== 'unknown') {
      fieldValues.push({ name, range, value });
    }
  }

  return {
    enter: {
      PropertyDefinition({ key, computed, range, value }) {
        add(keyName(key, computed), range, value);
      },
      // `constructor(private readonly bridge = getBridge())` declares a field, too.
      TSParameterProperty({ parameter, range }) {
        const name = parameter.type === Kind.AssignmentPattern ? parameter.left : parameter;
        add(name.name, range, name);
      },
      AssignmentExpression({ left, range, right }) {
        const target = unwrapped(left);
        if (target.type === Kind.MemberExpression && target.object.type === Kind.ThisExpression) {
          const { property } = target;
          add(property.type === Kind.PrivateIdentifier ? `#${property.name}` : memberName(target), range, right);
        }
      },
    },
    finish: () => ({ fieldValues }),
  };
};
