import { deprecatedUse } from '../checks/deprecated-use/deprecated-use.js';
import { driverBypass } from '../checks/driver-bypass/driver-bypass.js';
import { secondDeclaration } from '../checks/second-declaration/second-declaration.js';
import { sharedInstance } from '../checks/shared-instance/shared-instance.js';
import type { RuleDefinition } from './rule.js';

/** One execution context: no deprecated one, no second one, and none that several users share. */
export const noDeprecatedContext: RuleDefinition = {
  name: 'no-deprecated-context',
  code: 71001,
  preset: 'execution-context',
  description: 'disallow deprecated, second and shared execution contexts',
  checks: [deprecatedUse, driverBypass, secondDeclaration, sharedInstance],
};
