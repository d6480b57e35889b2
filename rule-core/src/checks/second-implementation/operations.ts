import type { Declaration, Member, ModuleFacts, Signature, ValueFact } from '../../source/facts.js';

/** Something that an implementation can do: a public method, a function-valued property, an exported function. */
export interface Operation {
  readonly name: string;
  /** `null` where the function stands elsewhere: `return { query }`. */
  readonly signature: Signature | null;
  /** The start of its body's function, to find its structure by; `null` where that stands elsewhere. */
  readonly range: readonly [number, number] | null;
}

/** The public methods of a class, or its static ones if there are no others. */
export function operationsOfClass({ members }: Declaration): readonly Operation[] {
  const methods = members.filter(
    ({ visibility, kind, signature, name }) =>
      visibility === 'public' && kind !== 'constructor' && signature !== null && isNamed(name),
  );
  const ofInstances = methods.filter((member) => !member.static);
  const callable = (ofInstances.length > 0 ? ofInstances : methods).filter(
    ({ kind }) => kind === 'method' || kind === 'field',
  );
  return unique(callable.map(({ name, signature, range }) => ({ name, signature, range })));
}

/** Whether a name that stands for a property's value is a function's. What cannot be seen is taken for one. */
export type IsFunction = (name: string, origin: 'local' | 'module') => boolean;

const anyName: IsFunction = () => true;

/** The functions that an object literal holds. */
export function operationsOfObject(members: readonly Member[], isFunction: IsFunction = anyName): readonly Operation[] {
  return unique(
    members
      .filter(
        ({ name, kind, signature, value }) =>
          isNamed(name) &&
          kind !== 'getter' &&
          kind !== 'setter' &&
          (signature !== null || holdsFunction(value, isFunction)),
      )
      .map(({ name, signature, range }) => ({ name, signature, range: signature === null ? null : range })),
  );
}

/** `{ query }`, where `query` is a function around the object or above it. */
function holdsFunction(value: ValueFact | null, isFunction: IsFunction): boolean {
  if (value?.kind !== 'reference' || value.target.path.length > 0) {
    return false;
  }
  const { name, origin } = value.target;
  return (origin === 'local' || origin === 'module') && isFunction(name, origin);
}

/** The functions of the objects that a function returns. */
export function operationsOfResult({ returned }: Signature, isFunction: IsFunction = anyName): readonly Operation[] {
  return unique(returned.flatMap(objectsIn).flatMap((members) => operationsOfObject(members, isFunction)));
}

function objectsIn(value: ValueFact): readonly (readonly Member[])[] {
  switch (value.kind) {
    case 'object':
      return [value.members];
    case 'assignment':
      return objectsIn(value.value);
    case 'choice':
      return value.values.flatMap(objectsIn);
    default:
      return [];
  }
}

/** `Old.prototype.query = function () {…}` and `this.query = …` in the constructor function `Old`. */
export function operationsOfPrototype(
  { name, range }: Declaration,
  { assignments }: ModuleFacts,
): readonly Operation[] {
  return unique(
    assignments.flatMap(({ target, value, range: place }) => {
      const onPrototype = target.name === name && target.path[0] === 'prototype' && target.path.length === 2;
      const onThis =
        target.origin === 'this' && target.path.length === 1 && place[0] >= range[0] && place[1] <= range[1];
      const method = onPrototype ? target.path[1] : onThis ? target.path[0] : undefined;
      return method !== undefined && value.kind === 'function' ? [{ name: method, signature: null, range: place }] : [];
    }),
  );
}

function isNamed(name: string): boolean {
  return name !== '' && !name.startsWith('#');
}

function unique(operations: readonly Operation[]): readonly Operation[] {
  const byName = new Map<string, Operation>();
  for (const operation of operations) {
    if (!byName.has(operation.name)) {
      byName.set(operation.name, operation);
    }
  }
  return [...byName.values()];
}
