import type { ExpressionStep } from '../config/resolved-config.js';
import { exportedExpression } from './exported-expressions.js';
import type { Declaration, Member, ModuleFacts, NameReference, Signature, ValueFact } from '../source/facts.js';
import type { DeclaredSymbol } from './concern-targets.js';
import type { Origin, Project } from './project.js';

/** What a name or expression denotes, as far as the declarations tell. */
export type Denotation =
  | { readonly kind: 'type'; readonly declaration: Declaration; readonly path: string }
  | { readonly kind: 'function'; readonly signature: Signature; readonly isMethod: boolean }
  /** A value with known members: an object literal, or an instance of a class. */
  | { readonly kind: 'object'; readonly members: readonly Member[]; readonly path: string }
  | { readonly kind: 'unknown' };

const UNKNOWN: Denotation = { kind: 'unknown' };

/** What the declaration behind an origin is. */
export function denotationOf(origin: Origin, project: Project): Denotation {
  const symbol = declaredSymbol(origin, project);
  if (symbol === undefined) {
    return UNKNOWN;
  }
  let denotes = denotationOfDeclaration(symbol, project);
  for (const name of origin.path.slice(1)) {
    denotes = memberOf(denotes, name);
  }
  return denotes;
}

/**
 * What reading members of something, and calling it, leads to.
 *
 * @param path the module that declares it
 */
export function denotationAfter(
  denotes: Denotation,
  steps: readonly ExpressionStep[],
  path: string,
  project: Project,
): Denotation {
  let current = denotes;
  for (const step of steps) {
    current =
      step.kind === 'call'
        ? resultOf(current, path, project)
        : step.kind === 'member'
          ? memberOf(current, step.name)
          : current;
  }
  return current;
}

/** The module-level declaration behind an origin. */
export function declaredSymbol({ target, path }: Origin, project: Project): DeclaredSymbol | undefined {
  const facts = target.kind === 'module' ? project.facts(target.path) : undefined;
  return facts && symbolIn(facts, path[0] ?? 'export=');
}

/** What a module declares or exports under a name: `'default'`, `'export='` for the whole of a CommonJS module. */
export function symbolIn(facts: ModuleFacts, name: string): DeclaredSymbol | undefined {
  const declaration = facts.declarations.find(
    (candidate) => candidate.scope === '' && (candidate.name === name || candidate.exportedAs.includes(name)),
  );
  return declaration === undefined
    ? exportedExpression(facts, name)
    : { path: facts.path, name: declaration.name, declaration };
}

function denotationOfDeclaration({ declaration, path }: DeclaredSymbol, project: Project): Denotation {
  switch (declaration.kind) {
    case 'class':
    case 'interface':
    case 'type':
      return { kind: 'type', declaration, path };
    case 'function':
      return declaration.signature === null
        ? UNKNOWN
        : { kind: 'function', signature: declaration.signature, isMethod: false };
    case 'variable':
      if (declaration.signature !== null) {
        return { kind: 'function', signature: declaration.signature, isMethod: false };
      }
      return declaration.members.length > 0
        ? { kind: 'object', members: declaration.members, path }
        : instanceOf(declaration.type?.top[0] ?? constructed(declaration.value), path, project);
    case 'enum':
    case 'namespace':
      return UNKNOWN;
  }
}

function memberOf(denotes: Denotation, name: string): Denotation {
  const members =
    denotes.kind === 'object'
      ? denotes.members
      : denotes.kind === 'type'
        ? denotes.declaration.members.filter((member) => member.static)
        : [];
  const member = members.find((candidate) => candidate.name === name);
  return member?.signature ? { kind: 'function', signature: member.signature, isMethod: true } : UNKNOWN;
}

/** What a call of it gives: for an accessor, the members of what it returns. */
function resultOf(denotes: Denotation, path: string, project: Project): Denotation {
  if (denotes.kind !== 'function' || denotes.signature.async || denotes.signature.generator) {
    return UNKNOWN;
  }
  const { returns, returned } = denotes.signature;
  return instanceOf(returns?.top[0] ?? returned.map(constructed).find((name) => name !== undefined), path, project);
}

/** The class that an expression constructs, seen through `x ??= new X()` and `a ?? b`. */
function constructed(value: ValueFact | null): NameReference | undefined {
  switch (value?.kind) {
    case 'new':
      return value.target ?? undefined;
    case 'assignment':
      return constructed(value.value);
    case 'choice':
      return value.values.map(constructed).find((name) => name !== undefined);
    default:
      return undefined;
  }
}

function instanceOf(type: NameReference | undefined, path: string, project: Project): Denotation {
  if (type === undefined || (type.origin !== 'module' && type.origin !== 'import')) {
    return UNKNOWN;
  }
  const denotes = denotationOf(originOfName(type, path, project), project);
  return denotes.kind === 'type'
    ? { kind: 'object', members: denotes.declaration.members.filter((member) => !member.static), path: denotes.path }
    : UNKNOWN;
}

/** The declaration behind a name as written in the module `path`. */
export function originOfName(name: NameReference, path: string, project: Project): Origin {
  if (name.origin === 'import') {
    for (const request of project.facts(path)?.requests ?? []) {
      const binding = request.bindings.find(({ local }) => local === name.name);
      if (binding !== undefined) {
        const members = binding.imported === '*' ? name.path : [binding.imported, ...name.path];
        return project.origin(path, request.specifier, members);
      }
    }
  }
  return { target: { kind: 'module', path }, path: [name.name, ...name.path] };
}
