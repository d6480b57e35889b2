import { didYouMean } from '../did-you-mean.js';
import { listed } from '../validate/wording.js';

/** Why a name in `dependsOn` is none of the concerns; `undefined` if it is one. */
export function dependencyFault(name: string, concern: string, concerns: readonly string[]): string | undefined {
  if (name === concern) return 'a concern cannot depend on itself.';
  if (concerns.includes(name)) return undefined;
  const others = concerns.filter((other) => other !== concern);
  const hint = didYouMean(name, others) || (others.length === 0 ? '' : ` Declared are ${listed(others)}.`);
  return `no concern is called "${name}".${hint}`;
}

/**
 * The circles in a graph of dependencies, each once, from its first member in the order of the graph: `['a', 'b', 'a']`.
 */
export function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (name: string, trail: readonly string[]): void => {
    const start = trail.indexOf(name);
    if (start !== -1) found.push([...trail.slice(start), name]);
    if (start !== -1 || done.has(name)) return;
    for (const next of graph.get(name) ?? []) visit(next, [...trail, name]);
    done.add(name);
  };
  for (const name of graph.keys()) visit(name, []);
  return found;
}
