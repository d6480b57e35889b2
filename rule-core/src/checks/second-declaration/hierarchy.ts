import type { ResolvedConcern } from '../../config/resolved-config.js';
import { declaredSymbol, originOfName } from '../../symbols/denotation.js';
import type { Declaration, ModuleFacts } from '../../source/facts.js';
import type { Origin, Project } from '../../symbols/project.js';

/** What a class descends from. */
export interface Ancestry {
  /** The twin among its ancestors, by name. */
  readonly twin: string | undefined;
  readonly extendsCanonical: boolean;
  /** Its ancestors up to the twin or canonical, nearest first. */
  readonly bases: readonly string[];
  /** The methods that its ancestors declare. */
  readonly inherited: ReadonlySet<string>;
}

/** A class hierarchy deeper than this is not followed; cycles end here, too. */
const DEPTH = 12;

/** Follows the `extends` clauses of a class through the modules of the project. */
export function ancestry(
  declaration: Declaration,
  facts: ModuleFacts,
  concern: ResolvedConcern,
  project: Project,
): Ancestry {
  const targets = project.targets(concern);
  const bases: string[] = [];
  const inherited = new Set<string>();
  let current = declaration;
  let path = facts.path;
  for (let depth = 0; depth < DEPTH && current.kind === 'class'; depth++) {
    const name = current.extends[0];
    // `class extends Base` of a mixin: what `Base` is, its callers decide.
    if (name === undefined || name.origin === 'local') {
      break;
    }
    const origin = followed(originOfName(name, path, project), project);
    const symbol = declaredSymbol(origin, project);
    for (const member of symbol?.declaration.members ?? []) {
      inherited.add(member.name);
    }
    const written = [name.name, ...name.path].at(-1) ?? name.name;
    const base = symbol !== undefined && symbol.name !== '' ? symbol.name : written;
    bases.push(base);
    const match = targets.classify(origin);
    if (match?.kind === 'twin' || match?.kind === 'removed') {
      return { twin: base, extendsCanonical: false, bases, inherited };
    }
    if (origin.target.kind === 'module' && targets.isCanonical(origin.target.path)) {
      return { twin: undefined, extendsCanonical: true, bases, inherited };
    }
    if (symbol === undefined) {
      break;
    }
    current = symbol.declaration;
    path = symbol.path;
  }
  return { twin: undefined, extendsCanonical: false, bases, inherited };
}

/** Through `const Base = Core`, which `extends Base` may name. */
function followed(origin: Origin, project: Project): Origin {
  let current = origin;
  for (let depth = 0; depth < DEPTH; depth++) {
    const symbol = declaredSymbol(current, project);
    const value = symbol?.declaration.value;
    if (symbol === undefined || value?.kind !== 'reference' || value.target.origin === 'local') {
      break;
    }
    current = originOfName(value.target, symbol.path, project);
  }
  return current;
}
