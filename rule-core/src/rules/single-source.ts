import { deprecatedUse } from '../checks/deprecated-use/deprecated-use.js';
import { driverBypass } from '../checks/driver-bypass/driver-bypass.js';
import { secondDeclaration } from '../checks/second-declaration/second-declaration.js';
import { sharedInstance } from '../checks/shared-instance/shared-instance.js';
import type { RuleDefinition } from './rule.js';

/** Every concern that a team declares itself. */
export const singleSource: RuleDefinition = {
  name: 'single-source',
  code: 71002,
  preset: undefined,
  description: 'disallow second implementations of any concern that the configuration declares',
  checks: [deprecatedUse, driverBypass, secondDeclaration, sharedInstance],
};
