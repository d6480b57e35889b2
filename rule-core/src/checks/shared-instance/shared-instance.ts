import type { ResolvedConcern } from '../../config/resolved-config.js';
import { originOfName } from '../denotation.js';
import type {
  Declaration,
  ModuleFacts,
  NameReference,
  Range,
  Signature,
  TypeFact,
  ValueFact,
} from '../../source/facts.js';
import type { Check } from '../check.js';
import { ownerOf } from '../owner.js';
import type { Origin, Project } from '../project.js';
import type { Violation } from '../violation.js';

/** Keeping one instance of a canonical that lives for one request where every request finds it. */
export const sharedInstance: Check = {
  name: 'shared-instance',
  inTests: false,
  messages: {
    sharedInstance:
      "'{{name}}' keeps one {{held}} for every user ({{where}}); '{{concern}}' wants one per request. Create it with {{obtain}} ({{path}}) where the request comes in, and pass it on.",
  },
  run(module, concern, project) {
    const { facts } = module;
    if (concern.lifetime !== 'request' || project.targets(concern).isCanonical(facts.path)) {
      return [];
    }
    return holders(facts).flatMap((holder): Violation[] => {
      const held = heldContext(holder, facts, concern, project);
      if (held === undefined) {
        return [];
      }
      const { obtain, path, related } = ownerOf(concern, project);
      return [
        {
          check: 'shared-instance',
          concern: concern.id,
          messageId: 'sharedInstance',
          data: { name: holder.name, held, where: holder.where, concern: concern.id, obtain, path },
          range: holder.range,
          symbol: `${facts.path}#${holder.name}`,
          scope: '',
          related,
          fix: null,
          suggestions: [],
          tags: [],
        },
      ];
    });
  },
};

/** A place that outlives a request. */
interface Holder {
  readonly name: string;
  readonly where: string;
  readonly range: Range;
  readonly type: TypeFact | null;
  readonly values: readonly ValueFact[];
}

function holders(facts: ModuleFacts): Holder[] {
  const found: Holder[] = [];
  for (const declaration of facts.declarations) {
    if (declaration.kind === 'variable' && declaration.scope === '' && !declaration.ambient) {
      found.push({
        name: declaration.name,
        where: 'at module level',
        range: declaration.nameRange,
        type: declaration.signature === null ? declaration.type : null,
        values: valuesOf(declaration, facts),
      });
    }
    if (declaration.kind === 'class' && !declaration.ambient) {
      found.push(...staticFields(declaration, facts));
    }
  }
  return found;
}

function valuesOf({ name, value }: Declaration, { assignments }: ModuleFacts): ValueFact[] {
  const later = assignments
    .filter(({ target }) => target.origin === 'module' && target.name === name && target.path.length === 0)
    .map((assignment) => assignment.value);
  return value === null ? later : [value, ...later];
}

function staticFields(declaration: Declaration, { assignments }: ModuleFacts): Holder[] {
  return declaration.members
    .filter((member) => member.static && member.kind === 'field' && member.signature === null)
    .map(({ name, nameRange, type, value }) => {
      const later = assignments
        .filter(
          ({ target }) =>
            target.path.length === 1 &&
            target.path[0] === name &&
            (target.origin === 'this' || target.name === declaration.name),
        )
        .map((assignment) => assignment.value);
      return {
        name: declaration.name === '' ? name : `${declaration.name}.${name}`,
        where: 'in a static field',
        range: nameRange,
        type,
        values: value === null ? later : [value, ...later],
      };
    });
}

/** The context class that a place holds, by annotation, construction, accessor or factory. */
function heldContext(
  { type, values }: Holder,
  facts: ModuleFacts,
  concern: ResolvedConcern,
  project: Project,
): string | undefined {
  const isContext = (name: NameReference): boolean =>
    isContextClass(originOfName(name, facts.path, project), concern, project);
  const byType = type?.top.find(isContext);
  if (byType !== undefined) {
    return lastName(byType);
  }
  for (const value of values.flatMap(leaves)) {
    if (value.kind === 'new' && value.target !== null && isContext(value.target)) {
      return lastName(value.target);
    }
    if (value.kind === 'call' && value.target !== null) {
      const made = madeByCall(value.target, facts, concern, project);
      if (made !== undefined) {
        return made;
      }
    }
  }
  return undefined;
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

/** Whether a symbol is the canonical class or a twin of it. */
function isContextClass(origin: Origin, concern: ResolvedConcern, project: Project): boolean {
  const targets = project.targets(concern);
  if (origin.path.length !== 1) {
    return false;
  }
  if (targets.classify(origin)?.kind === 'twin') {
    return true;
  }
  return (
    origin.target.kind === 'module' &&
    targets.canonicalDeclarations.some(
      ({ path, name, declaration }) =>
        origin.target.kind === 'module' &&
        path === origin.target.path &&
        name === origin.path[0] &&
        ['class', 'interface', 'type'].includes(declaration.kind),
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
  const declaration = project
    .facts(path)
    ?.declarations.find((candidate) => candidate.scope === '' && candidate.name === name);
  const signature =
    method === undefined
      ? declaration?.signature
      : declaration?.members.find((member) => member.name === method && member.static)?.signature;
  return signature ? returnedContext(signature, path, concern, project) : undefined;
}

function returnedContext(
  { returns, returned, async }: Signature,
  path: string,
  concern: ResolvedConcern,
  project: Project,
): string | undefined {
  const constructed = returned.flatMap(leaves).map((value) => (value.kind === 'new' ? value.target : null));
  const names = [...(returns?.top ?? []), ...constructed].filter((name) => name !== null);
  const found = async
    ? undefined
    : names.find((name) => isContextClass(originOfName(name, path, project), concern, project));
  return found && lastName(found);
}

function lastName({ name, path }: NameReference): string {
  return path.at(-1) ?? name;
}
