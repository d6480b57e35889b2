import type { TSESTree } from '@typescript-eslint/types';
import type { AssignmentFact } from '../facts.js';
import { nameReference } from '../tree/name-reference.js';
import type { StartCollector } from './collector.js';
import { valueFact } from './values.js';

/** The names by which scripts know the global object. */
const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(['globalThis', 'global', 'window', 'self']);

/** `x = …`, `x ??= …`, `this.x = …` and `A.x = …`, where `x` and `A` are declared at module level, and `globalThis.x = …`. */
export const collectAssignments: StartCollector = (context) => {
  const assignments: AssignmentFact[] = [];

  function enterAssignment({ left, operator, range, right }: TSESTree.AssignmentExpression): void {
    if (operator !== '=' && operator !== '??=' && operator !== '||=' && operator !== '&&=') {
      return;
    }
    const target = nameReference(context.names, left);
    const isGlobal = target?.origin === 'global' && target.path.length > 0 && GLOBAL_OBJECTS.has(target.name);
    if (target !== null && (target.origin === 'module' || target.origin === 'this' || isGlobal)) {
      assignments.push({ range, target, value: valueFact(context, right), scope: context.scope });
    }
  }

  return { enter: { AssignmentExpression: enterAssignment }, finish: () => ({ assignments }) };
};
