import {
  identityOf,
  matchBaseline,
  type BaselineEntry,
  type Matching,
  type ViolationIdentity,
} from '../baseline/index.js';
import type { ProjectView, Workspace } from '../project/index.js';
import { lintSavedModule, type SavedLintOptions, type SavedModule } from './saved-module.js';

/** Where accepted violations of a project are, as it is on disk. */
export interface SavedMatching {
  /** For each accepted violation that is still there, the path of the module that it is in now. */
  readonly paths: ReadonlyMap<BaselineEntry, string>;
}

/** The identities of the violations of modules, in their order. */
export function identitiesOf({ facts, text, violations }: SavedModule): ViolationIdentity[] {
  return violations.map((violation) => identityOf(violation, facts, text));
}

/** Matches violations of a whole project with the entries of a baseline. */
export function matchProject(
  project: ProjectView,
  identities: readonly ViolationIdentity[],
  entries: readonly BaselineEntry[],
): Matching {
  return matchBaseline(entries, identities, matchContext(project));
}

/** What matching asks of a project. */
export function matchContext(project: ProjectView): Parameters<typeof matchBaseline>[2] {
  return {
    exists: (path) => project.facts(path) !== undefined,
    declares: (path, scope) => {
      const facts = project.facts(path);
      if (facts === undefined) return false;
      if (scope === '') return true;
      return facts.declarations.some((declaration) => {
        const own = declaration.scope === '' ? declaration.name : `${declaration.scope}.${declaration.name}`;
        return own === scope || declaration.members.some(({ name }) => `${own}.${name}` === scope);
      });
    },
  };
}

const matchings = new WeakMap<ProjectView, Map<string, SavedMatching>>();

/** Where the accepted violations of a project are now. It lints every module that could have one, once for each state of the disk. */
export function savedMatching(
  workspace: Workspace,
  project: ProjectView,
  entries: readonly BaselineEntry[],
  options: SavedLintOptions,
): SavedMatching {
  const key = `${JSON.stringify(entries)} ${options.strict === true ? 'strict' : ''}`;
  const known = matchings.get(project) ?? new Map<string, SavedMatching>();
  matchings.set(project, known);
  let result = known.get(key);
  if (result === undefined) {
    const modules = workspace.modules.flatMap((path) => {
      const module = lintSavedModule(workspace, project, path, options);
      return module?.kind === 'linted' ? [module] : [];
    });
    const identities = modules.flatMap(identitiesOf);
    const matching = matchProject(project, identities, entries);
    const paths = new Map<BaselineEntry, string>();
    for (const [index, match] of matching.matches.entries()) {
      const path = identities[index]?.path;
      if (match !== undefined && path !== undefined) paths.set(match.entry, path);
    }
    result = { paths };
    known.set(key, result);
  }
  return result;
}
