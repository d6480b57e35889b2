import type { Origin } from '../../symbols/project.js';
import { isSameOrigin } from '../../symbols/same-origin.js';

/** Whether two origins are the same symbol of a module of the workspace. */
export function isSameModuleSymbol(a: Origin, b: Origin): boolean {
  return a.target.kind === 'module' && isSameOrigin(a, b);
}
