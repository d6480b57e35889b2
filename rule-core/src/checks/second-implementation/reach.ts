import type { ResolvedConcern, SymbolReference } from '../../config/resolved-config.js';
import type { Declaration, ModuleFacts, Range, Reference } from '../../source/facts.js';
import type { ConcernTargets } from '../../symbols/concern-targets.js';
import type { Origin, Project } from '../../symbols/project.js';
import { sistersOf } from '../../symbols/sister-concerns.js';
import { isTypeReference, opensNothing } from '../../symbols/uses/harmless.js';
import type { SymbolUse } from '../../symbols/uses/symbol-use.js';
import { everySymbolUse } from '../../symbols/uses/symbol-uses.js';
import { isWithin, isWithinOne } from './places.js';

/** A place in a module that touches something. */
export interface Touch {
  readonly range: Range;
  /** Whether only a type is named. */
  readonly typeOnly: boolean;
  /** What is touched, as messages name it: `@clickhouse/client`, `fetch`. */
  readonly label: string;
  /** The whole call, `new` expression or reference that it is part of. */
  readonly whole: Range;
}

/** What the parts of a module touch: the drivers of a concern, and its canonical. */
export interface ModuleReach {
  readonly drivers: readonly Touch[];
  readonly canonical: readonly Touch[];
  /** Module-level variables and functions that reach a driver, in themselves or through each other. Not classes. */
  readonly reaching: ReadonlySet<Declaration>;
  /** The places where their names are used. */
  readonly throughNames: readonly Touch[];
  /** Module-level variables and functions that reach the canonical. */
  readonly throughCanonical: ReadonlySet<Declaration>;
}

/** Reads what the parts of a module touch. */
export function moduleReach(facts: ModuleFacts, concern: ResolvedConcern, project: Project): ModuleReach {
  const drivers = everySymbolUse(facts, concern, project).flatMap(touchesOf);
  const ofDrivers = spread(drivers, facts);
  // Every import has to be followed for it, and few modules hold anything that makes it matter.
  let ofCanonical: (Spread & { readonly direct: readonly Touch[] }) | undefined;
  const canonical = (): Spread & { readonly direct: readonly Touch[] } => {
    if (ofCanonical === undefined) {
      const direct = canonicalTouches(facts, concern, project);
      ofCanonical = { ...spread(direct, facts), direct };
    }
    return ofCanonical;
  };
  return {
    drivers,
    reaching: ofDrivers.reaching,
    throughNames: ofDrivers.touches,
    get canonical() {
      return [...canonical().direct, ...canonical().touches];
    },
    get throughCanonical() {
      return canonical().reaching;
    },
  };
}

/** The drivers' values that a part of a module touches, directly or through a name of the module. */
export function driversIn({ drivers, throughNames }: ModuleReach, ranges: readonly Range[]): readonly Touch[] {
  return [...drivers, ...throughNames].filter(({ range, typeOnly }) => !typeOnly && isWithinOne(range, ranges));
}

function touchesOf({ match, site }: SymbolUse): readonly Touch[] {
  if (match.kind !== 'driver') {
    return [];
  }
  const { reference } = match;
  const label = reference.kind === 'global' ? reference.exportPath.join('.') : reference.module;
  switch (site.kind) {
    case 'binding':
      return site.binding.references.map((each) => touchOf(each, 0, label, reference));
    case 'member':
    case 'global':
      return [touchOf(site.reference, site.depth, label, reference)];
    case 'module':
      return site.request.form === 'require' || site.request.form === 'dynamic-import'
        ? [{ range: site.request.range, whole: site.request.range, typeOnly: false, label }]
        : [];
  }
}

function touchOf(reference: Reference, depth: number, label: string, driver: SymbolReference): Touch {
  return {
    range: reference.range,
    whole: reference.call?.range ?? reference.range,
    typeOnly: opensNothing(reference, depth, driver),
    label,
  };
}

/**
 * Uses of what the canonical does, or that of a sister: its classes, functions and objects, not its types and constants.
 */
function canonicalTouches(facts: ModuleFacts, concern: ResolvedConcern, project: Project): readonly Touch[] {
  const owners = [concern, ...sistersOf(concern, project)].map((each) => project.targets(each));
  const canonicalModules = owners.flatMap((targets) => targets.canonicalModules);
  const mayLead = (specifier: string): boolean => {
    const target = project.resolve(facts.path, specifier);
    return target.kind === 'module' && project.leadsTo(target.path, canonicalModules);
  };
  return facts.requests.flatMap(({ bindings, specifier, form }) =>
    form === 'mock' || bindings.length === 0 || !mayLead(specifier)
      ? []
      : bindings.flatMap(({ imported, references }) => {
          if (imported !== '*') {
            const label = canonicalName(project.origin(facts.path, specifier, [imported]), owners, project);
            return label === undefined ? [] : references.map((reference) => useOf(reference, label));
          }
          return references.flatMap((reference) => {
            const label = canonicalName(
              project.origin(facts.path, specifier, reference.path.slice(0, 1)),
              owners,
              project,
            );
            return label === undefined ? [] : [useOf(reference, label)];
          });
        }),
  );
}

function useOf(reference: Reference, label: string): Touch {
  return {
    range: reference.range,
    whole: reference.call?.range ?? reference.range,
    typeOnly: isTypeReference(reference),
    label,
  };
}

/** The name of the canonical's declaration behind an origin, if that does anything. */
function canonicalName(
  { target, path: [name] }: Origin,
  owners: readonly ConcernTargets[],
  project: Project,
): string | undefined {
  if (name === undefined || target.kind !== 'module' || !owners.some((owner) => owner.isCanonical(target.path))) {
    return undefined;
  }
  const declaration = project
    .facts(target.path)
    ?.declarations.find((candidate) => candidate.scope === '' && candidate.name === name);
  return declaration !== undefined && does(declaration) ? name : undefined;
}

/** Whether a declaration is more than a type or a constant. */
function does({ kind, signature, members, value, type }: Declaration): boolean {
  return (
    kind === 'class' ||
    kind === 'function' ||
    signature !== null ||
    members.some((member) => member.signature !== null) ||
    (kind === 'variable' &&
      (value?.kind === 'new' || value?.kind === 'call' || (value?.kind !== 'other' && type !== null)))
  );
}

interface Spread {
  readonly reaching: ReadonlySet<Declaration>;
  readonly touches: readonly Touch[];
}

/** Follows touches through the module-level variables and functions that they stand in, to where those are used. */
function spread(touches: readonly Touch[], facts: ModuleFacts): Spread {
  const reaching = new Set<Declaration>();
  const found: Touch[] = [];
  const carriers = facts.declarations.filter(
    ({ kind, scope, name }) => scope === '' && name !== '' && (kind === 'variable' || kind === 'function'),
  );
  let fresh = touches.filter(({ typeOnly }) => !typeOnly);
  while (fresh.length > 0) {
    const next: Touch[] = [];
    for (const carrier of carriers) {
      const touch = reaching.has(carrier)
        ? undefined
        : fresh.find(({ range }) => isWithin(range, carrier.range) || isAssignedTo(range, carrier, facts));
      if (touch !== undefined) {
        reaching.add(carrier);
        for (const reference of facts.localUses[carrier.name] ?? []) {
          if (reference.role !== 'export' && reference.role !== 'write' && !isTypeReference(reference)) {
            next.push({
              range: reference.range,
              whole: reference.call?.range ?? reference.range,
              typeOnly: false,
              label: touch.label,
            });
          }
        }
      }
    }
    found.push(...next);
    fresh = next;
  }
  return { reaching, touches: found };
}

/** `client = createClient()` somewhere in the module, for `let client`. */
function isAssignedTo(range: Range, { kind, name }: Declaration, { assignments }: ModuleFacts): boolean {
  return (
    kind === 'variable' &&
    assignments.some(
      ({ target, range: place }) =>
        target.origin === 'module' && target.name === name && target.path.length === 0 && isWithin(range, place),
    )
  );
}
