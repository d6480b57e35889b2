import type { ResolvedConcern } from '../../config/resolved-config.js';
import { declaredSymbol, originOfName } from '../../symbols/denotation.js';
import type { DeclarationKind, ModuleFacts, NameReference, Signature, ValueFact } from '../../source/facts.js';
import type { ModuleUnderCheck } from '../../symbols/module-under-check.js';
import type { Origin, Project } from '../../symbols/project.js';
import { makingsHandedTo, type Making } from './handed-over.js';
import type { Holder } from './holders.js';
import { documentedTypes, heldByMember, heldNames } from './held-types.js';

/** The context class that a place holds, by annotation, construction, accessor or factory. */
export function heldContext(
  holder: Holder,
  module: ModuleUnderCheck,
  concern: ResolvedConcern,
  project: Project,
): string | undefined {
  const { facts } = module;
  const isContext = (name: NameReference): boolean => isContextName(name, facts, concern, project);
  const byType = typesOf(holder, facts, project).find(isContext);
  if (byType !== undefined) {
    return lastName(byType);
  }
  const documented = documentedTypes(holder.range, module, project).find((origin) =>
    isContextClass(origin, concern, project),
  );
  if (documented !== undefined) {
    return documented.path.at(-1);
  }
  const made = holder.values.flatMap(leaves).flatMap(makings);
  return firstOf(
    [...made, ...made.flatMap((making) => makingsHandedTo(making, module, project))],
    ({ kind, target }) => {
      if (kind === 'call') {
        return madeByCall(target, facts, concern, project);
      }
      return isContext(target) ? lastName(target) : undefined;
    },
  );
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function makings(value: ValueFact): readonly Making[] {
  return (value.kind === 'new' || value.kind === 'call') && value.target !== null
    ? [{ kind: value.kind, target: value.target, range: value.range }]
    : [];
}

/** The names of what a place may hold, by its annotation. */
function typesOf({ type, member }: Holder, facts: ModuleFacts, project: Project): readonly NameReference[] {
  if (member !== undefined) {
    return heldByMember(type, member, facts, project);
  }
  return type === null ? [] : heldNames(type, facts);
}

function leaves(value: ValueFact): readonly ValueFact[] {
  switch (value.kind) {
    case 'choice':
      return value.values.flatMap(leaves);
    case 'assignment':
      return leaves(value.value);
    default:
      return [value];
  }
}

/** Whether a name of a module means a context. A type parameter means none, whatever module it is in. */
function isContextName(
  name: NameReference,
  { path }: ModuleFacts,
  concern: ResolvedConcern,
  project: Project,
): boolean {
  return name.origin !== 'local' && isContextClass(originOfName(name, path, project), concern, project);
}

/** A class hierarchy deeper than this is not followed; cycles end here, too. */
const DEPTH = 12;

/** Whether a symbol is the canonical class, a twin of it, or a subclass of one. */
function isContextClass(origin: Origin, concern: ResolvedConcern, project: Project): boolean {
  let current = origin;
  for (let depth = 0; depth < DEPTH; depth++) {
    if (isContextItself(current, concern, project)) {
      return true;
    }
    const symbol = current.path.length === 1 ? declaredSymbol(current, project) : undefined;
    const base = symbol?.declaration.kind === 'class' ? symbol.declaration.extends[0] : undefined;
    if (symbol === undefined || base === undefined || base.origin === 'local') {
      return false;
    }
    current = originOfName(base, symbol.path, project);
  }
  return false;
}

function isContextItself({ target, path }: Origin, concern: ResolvedConcern, project: Project): boolean {
  const targets = project.targets(concern);
  if (path.length !== 1) {
    return false;
  }
  if (targets.classify({ target, path })?.kind === 'twin') {
    // An enum or a function among the twins holds nobody's state.
    const declaration = declaredSymbol({ target, path }, project)?.declaration;
    return declaration === undefined || isType(declaration.kind);
  }
  return (
    target.kind === 'module' &&
    targets.canonicalDeclarations.some(
      (symbol) => symbol.path === target.path && symbol.name === path[0] && isType(symbol.declaration.kind),
    )
  );
}

function isType(kind: DeclarationKind): boolean {
  return kind === 'class' || kind === 'interface' || kind === 'type';
}

/** The context that a factory or a static method of the context class returns: `UserExecutionContext.create()`. */
function madeByCall(
  callee: NameReference,
  facts: ModuleFacts,
  concern: ResolvedConcern,
  project: Project,
): string | undefined {
  const origin = originOfName(callee, facts.path, project);
  const [name, method, ...others] = origin.path;
  if (origin.target.kind !== 'module' || others.length > 0) {
    return undefined;
  }
  const { path } = origin.target;
  const maker = project.facts(path);
  const declaration = maker?.declarations.find((candidate) => candidate.scope === '' && candidate.name === name);
  const signature =
    method === undefined
      ? declaration?.signature
      : declaration?.members.find((member) => member.name === method && member.static)?.signature;
  return maker !== undefined && signature ? returnedContext(signature, maker, concern, project) : undefined;
}

function returnedContext(
  { returns, returned }: Signature,
  facts: ModuleFacts,
  concern: ResolvedConcern,
  project: Project,
): string | undefined {
  const constructed = returned.flatMap(leaves).flatMap((value) => (value.kind === 'new' ? (value.target ?? []) : []));
  const names = [...(returns === null ? [] : heldNames(returns, facts)), ...constructed];
  const found = names.find((name) => isContextName(name, facts, concern, project));
  return found && lastName(found);
}

function lastName({ name, path }: NameReference): string {
  return path.at(-1) ?? name;
}
