import type { Declaration, Member, Parameter, Signature } from '../source/facts.js';
import type { Denotation } from '../symbols/denotation.js';
import { namePattern } from '../source/names/name-pattern.js';

/** How a module uses a deprecated symbol, as far as it matters for whether another one can stand in for it. */
export interface Usage {
  /** Anywhere but in types. */
  readonly asValue: boolean;
  readonly constructed: boolean;
  /** A class implements it. */
  readonly implemented: boolean;
  /** Handed on as a value or called with a spread: then a caller that cannot be seen decides how many arguments it gets. */
  readonly passedAsValue: boolean;
  /** Static or object members read from it; `undefined` if the symbol leaves the module, so that any may be. */
  readonly ownMembers: readonly string[] | undefined;
  /** Every property name the module reads: a superset of the instance members it uses; `undefined` as above. */
  readonly anyMembers: readonly string[] | undefined;
}

/**
 * Compares a deprecated symbol with what replaces it: parameters, their names, order and optionality, `async`; for classes
 * the constructor and the members used.
 *
 * @param isSubclass whether the one is a direct subclass of the other: then it has all members of it
 * @returns `undefined` if they agree, otherwise the difference as a clause for a suggestion's title
 */
export function difference(from: Denotation, to: Denotation, usage: Usage, isSubclass = false): string | undefined {
  if (from.kind === 'unknown' || to.kind === 'unknown') {
    return 'the two declarations cannot be compared';
  }
  if (from.kind === 'function') {
    return to.kind === 'function'
      ? signatureDifference(from.signature, to.signature, usage.passedAsValue)
      : 'one is a function, the other is not';
  }
  if (to.kind === 'function') {
    return 'one is a function, the other is not';
  }
  if (from.kind === 'type') {
    return typeDifference(from, to, usage, isSubclass);
  }
  return to.kind === 'object'
    ? membersDifference(from.members, to.members, usage.anyMembers)
    : 'one is a value, the other is a type';
}

function typeDifference(
  from: Extract<Denotation, { kind: 'type' }>,
  to: Extract<Denotation, { kind: 'type' | 'object' }>,
  usage: Usage,
  isSubclass: boolean,
): string | undefined {
  const own = from.declaration.members;
  const instance = own.filter((member) => !member.static);
  const same = withRenamed(from.declaration.name, to);
  if (to.kind === 'object') {
    const parameters = constructorOf(own)?.parameters.length ?? 0;
    return parameters > 0
      ? 'its constructor takes arguments'
      : membersDifference(instance, to.members, usage.anyMembers, same);
  }
  const inherited = from.declaration.extends.find(
    ({ name }) => !to.declaration.extends.some((base) => base.name === name),
  );
  if (inherited !== undefined && !isSubclass) {
    return `only one extends '${inherited.name}'`;
  }
  const other = to.declaration.members;
  if (isOpaque(from.declaration) || isOpaque(to.declaration)) {
    return 'the two declarations cannot be compared';
  }
  if (usage.asValue && from.declaration.kind === 'class' && isTypeOnly(to.declaration)) {
    return 'it is used as a value, the other is a type only';
  }
  if (usage.constructed) {
    const its = constructorOf(other) ?? NO_PARAMETERS;
    const constructors = signatureDifference(
      constructorOf(own) ?? (isSubclass ? its : NO_PARAMETERS),
      its,
      false,
      same,
    );
    if (constructors !== undefined) {
      return `constructor: ${constructors}`;
    }
  }
  if (!isSubclass && (isTypeOnly(from.declaration) || usage.implemented)) {
    const more = demandedBeside(from.declaration, to.declaration);
    if (more !== undefined) {
      return more;
    }
  }
  return (
    membersDifference(
      own.filter((member) => member.static),
      other.filter((member) => member.static),
      usage.ownMembers,
      same,
    ) ??
    membersDifference(
      instance,
      other.filter((member) => !member.static),
      usage.anyMembers,
      same,
    )
  );
}

/** What a value needs to be of one type, beside what makes it one of the other: whoever makes such values would lack it. */
function demandedBeside(from: Declaration, to: Declaration): string | undefined {
  const inherits = to.extends.find(({ name }) => !from.extends.some((base) => base.name === name));
  if (inherits !== undefined) {
    return `only the other extends '${inherits.name}'`;
  }
  const known = new Set(instanceMembers(from).map(({ name }) => name));
  const more = instanceMembers(to).find(
    ({ name, optional, visibility, kind }) =>
      visibility !== 'public' || name.startsWith('#') || (!optional && kind !== 'index' && !known.has(name)),
  );
  return more && `'${more.name}': only the other has it`;
}

function instanceMembers({ members }: Declaration): readonly ComparableMember[] {
  return withParameterProperties(members.filter((member) => !member.static));
}

function isTypeOnly({ kind }: Declaration): boolean {
  return kind === 'interface' || kind === 'type';
}

/** A type alias that is no object literal: `Awaited<…>`, a union, a mapped type. */
function isOpaque({ kind, members }: Declaration): boolean {
  return kind === 'type' && members.length === 0;
}

const NO_PARAMETERS: Signature = {
  parameters: [],
  async: false,
  generator: false,
  typeParameters: null,
  returns: null,
  usesThis: false,
  returned: [],
};

function constructorOf(members: readonly Member[]): Signature | undefined {
  return members.find(({ kind }) => kind === 'constructor')?.signature ?? undefined;
}

/** Whether two types, as written, are the same. */
type SameType = (from: string, to: string) => boolean;

const sameText: SameType = (from, to) => from === to;

/** A class that names itself in its own members is matched by the other naming itself. */
function withRenamed(name: string, to: Extract<Denotation, { kind: 'type' | 'object' }>): SameType {
  const other = to.kind === 'type' ? to.declaration.name : undefined;
  if (other === undefined || !/^[\w$]+$/u.test(name)) {
    return sameText;
  }
  const own = new RegExp(`(?<![\\w$.])${namePattern(name)}(?![\\w$])`, 'gu');
  return (a, b) => a === b || a.replaceAll(own, () => other) === b;
}

function membersDifference(
  from: readonly Member[],
  to: readonly Member[],
  used: readonly string[] | undefined,
  same: SameType = sameText,
): string | undefined {
  for (const member of withParameterProperties(from)) {
    if (member.visibility !== 'public' || used?.includes(member.name) === false) {
      continue;
    }
    const other = withParameterProperties(to).find(
      ({ name, visibility }) => name === member.name && visibility === 'public',
    );
    const found = other === undefined ? 'missing' : memberDifference(member, other, same);
    if (found !== undefined) {
      return `'${member.name}': ${found}`;
    }
  }
  return undefined;
}

type ComparableMember = Pick<Member, 'name' | 'visibility' | 'kind' | 'signature' | 'type' | 'optional' | 'readonly'>;

/** `constructor(readonly userId: string)` declares a field. */
function withParameterProperties(members: readonly Member[]): readonly ComparableMember[] {
  const properties = constructorOf(members)?.parameters.filter(({ property }) => property) ?? [];
  return [
    ...members.filter(({ kind }) => kind !== 'constructor'),
    ...properties.map(({ name, type, optional }): ComparableMember => {
      return { name, type, optional, kind: 'field', visibility: 'public', signature: null, readonly: false };
    }),
  ];
}

function memberDifference(from: ComparableMember, to: ComparableMember, same: SameType): string | undefined {
  if (from.signature !== null || to.signature !== null) {
    return from.signature !== null && to.signature !== null
      ? signatureDifference(from.signature, to.signature, false, same)
      : 'one is a method, the other is not';
  }
  if (from.type !== null && to.type !== null && !same(from.type.text, to.type.text)) {
    return 'types differ';
  }
  if (to.optional && !from.optional) {
    return 'optional';
  }
  return isReadable(to) ? undefined : 'cannot be read';
}

function isReadable({ kind }: ComparableMember): boolean {
  return kind !== 'setter' && kind !== 'index';
}

/**
 * @param passedAsValue whether a caller that cannot be seen decides how many arguments it gets
 * @returns `undefined` if a call of `to` can stand where a call of `from` does
 */
export function signatureDifference(
  from: Signature,
  to: Signature,
  passedAsValue: boolean,
  same: SameType = sameText,
): string | undefined {
  if (from.async !== to.async || from.generator !== to.generator) {
    return from.generator === to.generator ? 'one is async, the other is not' : 'one is a generator, the other is not';
  }
  if (to.typeParameters !== from.typeParameters) {
    return 'type parameters differ';
  }
  if (from.returns !== null && to.returns !== null && !same(from.returns.text, to.returns.text)) {
    return 'return types differ';
  }
  for (const [index, parameter] of from.parameters.entries()) {
    const other = to.parameters[index];
    if (other === undefined) {
      return `${shown(parameter, index)} has no counterpart`;
    }
    if (plain(parameter.name) !== plain(other.name) || (parameter.keys ?? []).join() !== (other.keys ?? []).join()) {
      return 'parameters differ';
    }
    if (parameter.type !== null && other.type !== null && !same(parameter.type.text, other.type.text)) {
      return `types of ${shown(parameter, index)} differ`;
    }
    if (parameter.rest !== other.rest || (parameter.optional && !other.optional)) {
      return `${shown(parameter, index)} is required`;
    }
  }
  const extra = to.parameters.slice(from.parameters.length);
  const required = extra.findIndex(({ optional, rest }) => !optional && !rest);
  if (required !== -1) {
    const index = from.parameters.length + required;
    return `${shown(to.parameters[index], index)} is required`;
  }
  return passedAsValue && extra.length > 0 ? 'it takes more parameters' : undefined;
}

/** A destructured parameter has no name. */
function shown(parameter: Parameter | undefined, index: number): string {
  return parameter === undefined || parameter.name === '' ? `parameter ${index + 1}` : `'${parameter.name}'`;
}

/** `thread_id` and `threadId` are one name. */
function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
