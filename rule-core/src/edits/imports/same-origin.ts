import type { Origin } from '../../symbols/project.js';

/** Whether two origins are the same symbol of a module of the workspace. */
export function isSameOrigin(a: Origin, b: Origin): boolean {
  return (
    a.target.kind === 'module' &&
    b.target.kind === 'module' &&
    a.target.path === b.target.path &&
    a.path.join('.') === b.path.join('.')
  );
}
