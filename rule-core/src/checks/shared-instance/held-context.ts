import type { ResolvedConcern } from '../../config/resolved-config.js';
import { declaredSymbol, originOfName } from '../denotation.js';
import type { ModuleFacts, NameReference, Signature, ValueFact } from '../../source/facts.js';
import type { ModuleUnderCheck } from '../check.js';
import type { Origin, Project } from '../project.js';
import { contextsHandedTo } from './handed-over.js';
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
  const isContext = (name: NameReference): boolean =>
    isContextClass(originOfName(name, facts.path, project), concern, project);
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
  for (const value of holder.values.flatMap(leaves)) {
    if (value.kind !== 'new' && value.kind !== 'call') {
      continue;
    }
    if (value.kind === 'new' && value.target !== null && isContext(value.target)) {
      return lastName(value.target);
    }
    const made =
      value.kind === 'call' && value.target !== null ? madeByCall(value.target, facts, concern, project) : undefined;
    const handed = made === undefined ? contextsHandedTo(value, module, project).find(isContext) : undefined;
    const found = made ?? (handed && lastName(handed));
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
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
    return true;
  }
  return (
    target.kind === 'module' &&
    targets.canonicalDeclarations.some(
      (symbol) =>
        symbol.path === target.path &&
        symbol.name === path[0] &&
        ['class', 'interface', 'type'].includes(symbol.declaration.kind),
    )
  );
}

/** The context that a factory or a static method of the context class returns: `UserExecutionContext.create()`. */
function madeByCall(
  callee: NameReference,
  facts: ModuleFacts,
  concern: ResolvedConcern,
  project: Project,
): string | undefined {
  const origin = originOfName(callee, facts.path, project);
  if (origin.target.kind !== 'module') {
    return undefined;
  }
  const { path } = origin.target;
  const [name, method] = origin.path;
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
  const found = names.find((name) => isContextClass(originOfName(name, facts.path, project), concern, project));
  return found && lastName(found);
}

function lastName({ name, path }: NameReference): string {
  return path.at(-1) ?? name;
}
