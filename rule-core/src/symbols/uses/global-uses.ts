import type { ModuleFacts, Reference } from '../../source/facts.js';
import type { ConcernTargets, TargetMatch } from '../concern-targets.js';
import { opensNothing } from './harmless.js';
import type { SymbolUse } from './symbol-use.js';

/** The uses of a concern's globals: `crypto.randomUUID()`, `new globalThis.WebSocket(…)`, `const { randomUUID } = crypto`. */
export function globalUses(facts: ModuleFacts, targets: ConcernTargets): SymbolUse[] {
  const uses: SymbolUse[] = [];
  for (const { name, reference } of facts.globals) {
    const use = readGlobal(targets, name, reference) ?? aliasedUses(facts, targets, name, reference);
    uses.push(...(Array.isArray(use) ? use : [use]));
  }
  return uses;
}

function readGlobal(
  targets: ConcernTargets,
  name: string,
  reference: Reference,
  members = reference.path,
  prefix: readonly string[] = [],
): SymbolUse | undefined {
  for (let depth = 0; depth <= members.length; depth++) {
    // `globalThis.fetch = …` puts something in its place.
    if (reference.role === 'write' && depth === members.length) return undefined;
    const path = [name, ...prefix, ...members.slice(0, depth)];
    const match = targets.classifyGlobal(path);
    if (match !== undefined) {
      // A member may be allowed.
      const isAllowed = targets.classifyGlobal([name, ...prefix, ...members]) === undefined;
      return isAllowed ? undefined : globalUse(match, path, reference, depth);
    }
  }
  return undefined;
}

function globalUse(match: TargetMatch, path: readonly string[], reference: Reference, depth: number): SymbolUse {
  return {
    match,
    form: match.kind !== 'removed' && opensNothing(reference, depth, match.reference) ? 'type' : 'static',
    range: (depth === 0 ? undefined : reference.links[depth - 1]) ?? reference.range,
    scope: reference.scope,
    name: path.join('.'),
    origin: null,
    symbol: `global:${path.join('.')}`,
    site: { kind: 'global', reference, depth },
  };
}

/** `const c = crypto` at module level, then `c.randomUUID()`. */
function aliasedUses(facts: ModuleFacts, targets: ConcernTargets, name: string, reference: Reference): SymbolUse[] {
  if (reference.role !== 'value') {
    return [];
  }
  const alias = facts.declarations.find(
    ({ scope, value }) => scope === '' && value?.kind === 'reference' && value.target.range[0] === reference.range[0],
  );
  if (alias === undefined) {
    return [];
  }
  return (facts.localUses[alias.name] ?? [])
    .map((use) => readGlobal(targets, name, use, use.path, reference.path))
    .filter((use) => use !== undefined);
}
