import { accessorBypass } from '../checks/accessor-bypass/accessor-bypass.js';
import { deprecatedUse } from '../checks/deprecated-use/deprecated-use.js';
import { driverBypass } from '../checks/driver-bypass/driver-bypass.js';
import { events } from '../checks/events/events.js';
import { legacyFormat } from '../checks/legacy-format/legacy-format.js';
import { passThrough } from '../checks/pass-through/pass-through.js';
import { secondDeclaration } from '../checks/second-declaration/second-declaration.js';
import { secondImplementation } from '../checks/second-implementation/second-implementation.js';
import { sharedInstance } from '../checks/shared-instance/shared-instance.js';
import { splitApi } from '../checks/split-api/split-api.js';
import type { RuleDefinition } from './rule.js';

/** Every concern that a team declares itself. */
export const singleSource: RuleDefinition = {
  name: 'single-source',
  code: 71002,
  preset: undefined,
  description: 'disallow second implementations of any concern that the configuration declares',
  checks: [
    deprecatedUse,
    driverBypass,
    secondDeclaration,
    secondImplementation,
    accessorBypass,
    sharedInstance,
    passThrough,
    splitApi,
    events,
    legacyFormat,
  ],
};
