import { isForwarding } from '../collectors/wrappers.js';
import type { Binding, ModuleFacts, ModuleRequest, Range, Reference } from '../facts.js';

/** The facts that come in lists. */
type ListOf = {
  [
    Name in keyof ModuleFacts as ModuleFacts[Name] extends readonly object[] ? Name : never
  ]: ModuleFacts[Name] extends readonly (infer Fact)[] ? Fact : never;
};
type ListName = keyof ListOf;
type Lists = { readonly [Name in ListName]: readonly ListOf[Name][] };

/** How a module is divided. */
export interface Division {
  /** The index of the unit that an offset is in, or in front of. */
  readonly unitAt: (offset: number) => number;
  readonly isRest: (unit: number) => boolean;
}

/**
 * The facts of a module from those of two parts of it: what each says of its own units.
 *
 * @param part The facts of what is not the rest: its imports and classes count, with the uses and the members that both find. All wrappers are in both.
 */
export function mergedFacts(part: ModuleFacts, rest: ModuleFacts, division: Division): ModuleFacts {
  const both = <Name extends ListName>(name: Name, offsetOf: (fact: ListOf[Name]) => number): ListOf[Name][] => {
    const lists: Pick<Lists, Name> = part;
    const others: Pick<Lists, Name> = rest;
    return merged(lists[name], others[name], offsetOf, division);
  };
  const usesOf = (uses: readonly Reference[], others: readonly Reference[]): readonly Reference[] =>
    merged(uses, others, ({ range }) => range[0], division);
  return {
    path: part.path,
    firstToken: (division.isRest(0) ? rest : part).firstToken,
    requests: both('requests', ({ specifierRange }) => specifierRange[0]).map((request) =>
      withUses(request, part.requests, rest.requests, usesOf),
    ),
    exports: both('exports', ({ nameRange }) => nameRange[0]),
    declarations: both('declarations', ({ nameRange }) => nameRange[0]).map((declaration) =>
      withMembers(declaration, rest.declarations, division),
    ),
    globals: both('globals', ({ reference }) => reference.range[0]),
    localUses: mergedUses(part.localUses, rest.localUses, usesOf),
    assignments: both('assignments', ({ range }) => range[0]),
    names: union(part.names, rest.names),
    shadowed: union(part.shadowed, rest.shadowed),
    members: union(part.members, rest.members),
    comments: both('comments', ([start]) => start),
    suppressions: both('suppressions', ({ range }) => range[0]),
    textFlows: both('textFlows', ({ source }) => source[0]),
    textReads: both('textReads', ({ range }) => range[0]),
    memberCalls: both('memberCalls', ({ nameRange }) => nameRange[0]),
    takenMembers: both('takenMembers', ({ members }) => members[0]?.nameRange[0] ?? 0),
    fieldValues: both('fieldValues', ({ range }) => range[0]),
    wrappers: both('wrappers', ({ nameRange }) => nameRange[0])
      .map((wrapper) => withMembers(wrapper, rest.wrappers, division))
      .filter(isForwarding),
    nameStrings: union(part.nameStrings, rest.nameStrings),
  };
}

/** Facts by unit; those of one unit stay as they are. */
function merged<Fact>(
  part: readonly Fact[],
  rest: readonly Fact[],
  offsetOf: (fact: Fact) => number,
  { isRest, unitAt }: Division,
): Fact[] {
  const facts: Fact[] = [];
  let next = 0;
  for (const fact of part) {
    const unit = unitAt(offsetOf(fact));
    if (isRest(unit)) continue;
    for (let other = rest[next]; other !== undefined; other = rest[++next]) {
      const otherUnit = unitAt(offsetOf(other));
      if (otherUnit > unit) break;
      if (isRest(otherUnit)) facts.push(other);
    }
    facts.push(fact);
  }
  for (let other = rest[next]; other !== undefined; other = rest[++next]) {
    if (isRest(unitAt(offsetOf(other)))) facts.push(other);
  }
  return facts;
}

interface WithMembers<Member extends Named> extends Named {
  readonly members: readonly Member[];
}

interface Named {
  readonly nameRange: Range;
}

/** A class that both parts have has members in each of them. */
function withMembers<Member extends Named, Fact extends WithMembers<Member>>(
  fact: Fact & WithMembers<Member>,
  rest: readonly WithMembers<Member>[],
  division: Division,
): Fact {
  const offset = fact.nameRange[0];
  const same = division.isRest(division.unitAt(offset))
    ? undefined
    : rest.find(({ nameRange }) => nameRange[0] === offset);
  if (same === undefined) return fact;
  return { ...fact, members: merged(fact.members, same.members, ({ nameRange }) => nameRange[0], division) };
}

type MergeUses = (uses: readonly Reference[], others: readonly Reference[]) => readonly Reference[];

/** A request that both parts have has uses in each of them. */
function withUses(
  request: ModuleRequest,
  part: readonly ModuleRequest[],
  rest: readonly ModuleRequest[],
  usesOf: MergeUses,
): ModuleRequest {
  const isSame = ({ range }: ModuleRequest): boolean => range[0] === request.range[0] && range[1] === request.range[1];
  const ofPart = part.find(isSame);
  const ofRest = rest.find(isSame);
  if (ofPart === undefined || ofRest === undefined) return request;
  const bindings = request.bindings.map((binding, index): Binding => ({
    ...binding,
    references: usesOf(ofPart.bindings[index]?.references ?? [], ofRest.bindings[index]?.references ?? []),
  }));
  return { ...request, bindings };
}

function mergedUses(
  part: ModuleFacts['localUses'],
  rest: ModuleFacts['localUses'],
  usesOf: MergeUses,
): ModuleFacts['localUses'] {
  // Without a prototype: a module may declare `constructor`. `Object.create` is typed `any`.
  const uses = Object.create(null) as Record<string, readonly Reference[]>;
  Object.assign(uses, rest);
  for (const name in part) {
    const others = Object.hasOwn(rest, name) ? rest[name] : undefined;
    const both = usesOf(part[name] ?? [], others ?? []);
    if (both.length > 0) uses[name] = both;
  }
  return uses;
}

function union(names: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set([...names, ...others])].sort();
}
