import { membersOfPorts, portsOf } from '../../symbols/ports.js';
import { symbolText } from '../../symbols/symbol-text.js';
import type { Implementation } from './implementation.js';
import type { Operation } from './operations.js';
import type { Setting } from './setting.js';

/**
 * Tells the operations that something has because it is what the canonical is, too: those of an interface that both
 * implement, of a class that both extend. What has more in common with the canonical than that is more than a strategy.
 */
export function explainedByPorts(
  { declarations }: Implementation,
  { api, facts, project }: Setting,
): (operation: Operation) => boolean {
  const shared = declarations
    .flatMap((declaration) => portsOf(declaration, facts.path, project))
    .filter((port) => api.ports.has(symbolText(port)));
  const names = membersOfPorts(shared, project);
  // What cannot be seen explains everything.
  return ({ name }) => names === undefined || names.has(name);
}
