import { relative, sep } from 'node:path';
import type { Scan } from '../scan/scan.js';
import type { Owners } from './owners.js';

/** How far something is, in numbers. */
export interface Measures {
  readonly violations: number;
  readonly implementations: number;
  /** Places that open a driver past the canonical. */
  readonly connections: number;
  readonly consumers: number;
  /** Consumers on the canonical alone. */
  readonly migrated: number;
}

/** The state of a repository: measures by name. */
export interface State {
  /** By concern; in a repository of several workspaces, the workspace's folder stands in front. */
  readonly concerns: ReadonlyMap<string, Measures>;
  /** By owner; files that nobody owns have none. */
  readonly owners: ReadonlyMap<string, Measures>;
}

const nothing: Measures = { violations: 0, implementations: 0, connections: 0, consumers: 0, migrated: 0 };

/**
 * Measures what was found.
 *
 * @param repository absolute; owners are asked for paths relative to it
 */
export function measure({ roots }: Scan, repository: string, ownerOf: Owners): State {
  const concerns = new Map<string, Measures>();
  const owners = new Map<string, Measures>();
  const add = (owner: string | undefined, part: Partial<Measures>): void => {
    if (owner !== undefined) owners.set(owner, sum(owners.get(owner) ?? nothing, part));
  };
  for (const { workspace, findings, surveys } of roots) {
    const folder = relative(repository, workspace.root).split(sep).join('/');
    const inRepository = (path: string) => (folder === '' ? path : `${folder}/${path}`);
    for (const { concern, implementations, canonical, consumers, migrated, connections } of surveys) {
      const own = findings.filter(({ violation }) => violation.concern === concern);
      concerns.set(roots.length > 1 ? `${folder || '.'} ${concern}` : concern, {
        violations: own.length,
        implementations: implementations.length,
        connections,
        consumers: consumers.length,
        migrated: migrated.length,
      });
      for (const { path, violation } of own) {
        add(ownerOf(inRepository(path)), { violations: 1, connections: violation.check === 'driver-bypass' ? 1 : 0 });
      }
      for (const path of consumers) add(ownerOf(inRepository(path)), { consumers: 1 });
      for (const path of migrated) add(ownerOf(inRepository(path)), { migrated: 1 });
      for (const name of implementations.slice(canonical)) {
        add(ownerOf(inRepository(name.split('#')[0] ?? '')), { implementations: 1 });
      }
    }
  }
  return { concerns, owners: new Map([...owners].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** The violations of a whole repository. */
export function totalViolations({ concerns }: State): number {
  return [...concerns.values()].reduce((total, { violations }) => total + violations, 0);
}

function sum(a: Measures, b: Partial<Measures>): Measures {
  return {
    violations: a.violations + (b.violations ?? 0),
    implementations: a.implementations + (b.implementations ?? 0),
    connections: a.connections + (b.connections ?? 0),
    consumers: a.consumers + (b.consumers ?? 0),
    migrated: a.migrated + (b.migrated ?? 0),
  };
}
