import type { ResolvedConcern } from '../config/resolved-config.js';
import { globalOrigin } from './builtin-symbols.js';
import { declaredSymbol, originOfName } from './denotation.js';
import type { Declaration, NameReference } from '../source/facts.js';
import type { Origin, Project } from './project.js';
import { symbolText } from './symbol-text.js';

/** What a declaration promises to be: the interfaces it implements, what it extends, the type it is annotated with. */
export function portsOf(
  { implements: interfaces, extends: bases, type, kind }: Declaration,
  path: string,
  project: Project,
): readonly Origin[] {
  const annotation = kind === 'variable' ? (type?.top ?? []) : [];
  return [...interfaces, ...bases, ...annotation].map((name) => originOf(name, path, project));
}

/** The names that some interfaces and bases declare, inherited ones included; `undefined` if not all of them can be seen. */
export function membersOfPorts(ports: readonly Origin[], project: Project): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  return ports.every((port) => addMembers(port, project, names, DEPTH)) ? names : undefined;
}

/** What the interfaces and bases of a concern's canonicals declare, as text: changes if a verdict elsewhere could. */
export function portMembers(concern: ResolvedConcern, project: Project): readonly string[] {
  const ports = project
    .targets(concern)
    .canonicalDeclarations.flatMap(({ declaration, path }) => portsOf(declaration, path, project));
  return ports.map((port) => {
    const names = membersOfPorts([port], project);
    return [symbolText(port), String(names !== undefined), ...[...(names ?? [])].sort()].join(' ');
  });
}

/** A hierarchy deeper than this is not followed; cycles end here, too. */
const DEPTH = 8;

/** Adds what an interface or class declares and inherits; `false` if not all of it can be seen. */
function addMembers(port: Origin, project: Project, names: Set<string>, depth: number): boolean {
  const symbol = declaredSymbol(port, project);
  if (symbol === undefined || depth === 0) {
    return false;
  }
  const { members, extends: bases } = symbol.declaration;
  const { kind, type } = symbol.declaration;
  for (const { name } of members) {
    names.add(name);
  }
  const isPlain =
    kind === 'class' || kind === 'interface' || (kind === 'type' && members.length > 0 && !type?.top.length);
  return isPlain && bases.every((base) => addMembers(originOf(base, symbol.path, project), project, names, depth - 1));
}

function originOf(name: NameReference, path: string, project: Project): Origin {
  return name.origin === 'global' ? globalOrigin([name.name]) : originOfName(name, path, project);
}
