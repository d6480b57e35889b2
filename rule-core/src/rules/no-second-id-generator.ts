import { deprecatedUse } from '../checks/deprecated-use/deprecated-use.js';
import { driverBypass } from '../checks/driver-bypass/driver-bypass.js';
import { handMadeId } from '../checks/hand-made-id/hand-made-id.js';
import { legacyFormat } from '../checks/legacy-format/legacy-format.js';
import { secondDeclaration } from '../checks/second-declaration/second-declaration.js';
import { secondGenerator } from '../checks/second-generator/second-generator.js';
import type { RuleDefinition } from './rule.js';

/** One maker of IDs: no second one, no ID made by hand, and no format written or read outside of it. */
export const noSecondIdGenerator: RuleDefinition = {
  name: 'no-second-id-generator',
  code: 71003,
  preset: 'id-generation',
  description: 'disallow second ID generators, and IDs that are made or read by hand',
  checks: [deprecatedUse, driverBypass, secondDeclaration, secondGenerator, handMadeId, legacyFormat],
};
