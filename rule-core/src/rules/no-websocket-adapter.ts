import { deprecatedUse } from '../checks/deprecated-use/deprecated-use.js';
import { driverBypass } from '../checks/driver-bypass/driver-bypass.js';
import { events } from '../checks/events/events.js';
import { passThrough } from '../checks/pass-through/pass-through.js';
import { secondDeclaration } from '../checks/second-declaration/second-declaration.js';
import { splitApi } from '../checks/split-api/split-api.js';
import type { RuleDefinition } from './rule.js';

/** One bridge sends all messages: no adapter in front of it, no socket beside it, one name for each method and event. */
export const noWebSocketAdapter: RuleDefinition = {
  name: 'no-websocket-adapter',
  code: 71005,
  preset: 'websocket',
  description:
    'disallow adapters in front of the WebSocket bridge, sockets beside it, and events that it does not know',
  checks: [deprecatedUse, driverBypass, secondDeclaration, passThrough, splitApi, events],
};
