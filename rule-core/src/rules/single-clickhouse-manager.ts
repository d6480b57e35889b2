import { accessorBypass } from '../checks/accessor-bypass/accessor-bypass.js';
import { deprecatedUse } from '../checks/deprecated-use/deprecated-use.js';
import { driverBypass } from '../checks/driver-bypass/driver-bypass.js';
import { requestByHand } from '../checks/request-by-hand/request-by-hand.js';
import { secondDeclaration } from '../checks/second-declaration/second-declaration.js';
import { secondImplementation } from '../checks/second-implementation/second-implementation.js';
import type { RuleDefinition } from './rule.js';

/** One ClickHouse manager: no driver past it, no second one, and no second instance of it. */
export const singleClickhouseManager: RuleDefinition = {
  name: 'single-clickhouse-manager',
  code: 71004,
  preset: 'clickhouse',
  description: 'disallow access to ClickHouse past the one manager that owns its connections',
  checks: [deprecatedUse, driverBypass, requestByHand, secondDeclaration, secondImplementation, accessorBypass],
};
