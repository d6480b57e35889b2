import type { TSESTree } from '@typescript-eslint/types';
import type { AssignmentFact } from '../facts.js';
import { nameReference } from '../tree/name-reference.js';
import type { StartCollector } from './collector.js';
import { valueFact } from './values.js';

/** `x = …`, `x ??= …`, `this.x = …` and `A.x = …`, where `x` and `A` are declared at module level. */
export const collectAssignments: StartCollector = (context) => {
  const assignments: AssignmentFact[] = [];

  function enterAssignment({ left, operator, range, right }: TSESTree.AssignmentExpression): void {
    if (operator !== '=' && operator !== '??=' && operator !== '||=' && operator !== '&&=') {
      return;
    }
    const target = nameReference(context.names, left);
    if (target?.origin === 'module' || target?.origin === 'this') {
      assignments.push({ range, target, value: valueFact(context, right), scope: context.scope });
    }
  }

  return { enter: { AssignmentExpression: enterAssignment }, finish: () => ({ assignments }) };
};
