import { deprecatedUse } from '../checks/deprecated-use/deprecated-use.js';
import { driverBypass } from '../checks/driver-bypass/driver-bypass.js';
import { secondDeclaration } from '../checks/second-declaration/second-declaration.js';
import { secondImplementation } from '../checks/second-implementation/second-implementation.js';
import type { RuleDefinition } from './rule.js';

/** One supervisor: no deprecated one, no second one, and nothing left in folders that are declared for removal. */
export const noSecondSupervisor: RuleDefinition = {
  name: 'no-second-supervisor',
  code: 71006,
  preset: 'supervisor',
  description: 'disallow deprecated and second supervisors, and what extends them',
  checks: [deprecatedUse, driverBypass, secondDeclaration, secondImplementation],
};
