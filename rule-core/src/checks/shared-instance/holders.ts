import type {
  AssignmentFact,
  Declaration,
  ExportFact,
  Member,
  ModuleFacts,
  NameReference,
  Range,
  TypeFact,
  ValueFact,
} from '../../source/facts.js';
import { moduleName } from '../../symbols/module-name.js';

/** A place that outlives a request. */
export interface Holder {
  /** As messages name it: `current`, `Session.last`, `globalThis.context`. */
  readonly name: string;
  /** In words. */
  readonly where: string;
  readonly range: Range;
  /** The types that it is annotated with: of a property also where the variable has the annotation. */
  readonly type: TypeFact | null;
  /** The member of the type that it is, for a property of a variable with an annotation. */
  readonly member: string | undefined;
  readonly values: readonly ValueFact[];
}

const MODULE = 'at module level';

/** The places of a module that outlive a request, in source order. */
export function holdersIn(facts: ModuleFacts): readonly Holder[] {
  return [
    ...facts.declarations.flatMap((declaration) =>
      declaration.ambient ? [] : [...own(declaration, facts), ...properties(declaration, facts)],
    ),
    ...facts.exports.flatMap((exported) => exportedValue(exported, facts)),
    ...facts.assignments.filter(({ target }) => target.origin === 'global').map(ofGlobal),
  ].sort((a, b) => a.range[0] - b.range[0]);
}

function own(declaration: Declaration, facts: ModuleFacts): readonly Holder[] {
  switch (declaration.kind) {
    case 'class':
      return staticFields(declaration, facts);
    case 'variable':
      return [variable(declaration, facts)];
    default:
      return [];
  }
}

function variable(declaration: Declaration, facts: ModuleFacts): Holder {
  const { name, nameRange, signature, type, value, binding } = declaration;
  const later = assignedTo(name, facts)
    .filter(({ target }) => target.path.length === 0)
    .map((assignment) => assignment.value);
  const staysEmpty = binding === 'const' && value?.kind === 'null';
  return {
    name,
    where: MODULE,
    range: nameRange,
    type: signature === null && !staysEmpty ? type : null,
    member: undefined,
    values: value === null ? later : [value, ...later],
  };
}

/** What an object is given: the properties of its literal, and those that are set, of a class or function as well. */
function properties({ name, members, type, kind }: Declaration, facts: ModuleFacts): readonly Holder[] {
  const holders = new Map<string, Holder>();
  for (const property of kind === 'variable' ? propertiesOf(members, name) : []) {
    holders.set(property.name, property);
  }
  const declared = new Set(kind === 'class' ? members.map((member) => member.name) : []);
  for (const { target, value } of assignedTo(name, facts)) {
    const [member] = target.path;
    if (member === undefined || member === 'prototype' || declared.has(member) || value.kind === 'null') {
      continue;
    }
    const full = nameOf(target);
    const known = holders.get(full);
    holders.set(full, {
      name: full,
      where: MODULE,
      range: known?.range ?? target.range,
      type: target.path.length === 1 ? type : null,
      member,
      values: [...(known?.values ?? []), value],
    });
  }
  return [...holders.values()];
}

function propertiesOf(members: readonly Member[], owner: string): readonly Holder[] {
  return members.flatMap(({ name, nameRange, kind, signature, value }): Holder[] => {
    if (kind !== 'field' || signature !== null || value === null) {
      return [];
    }
    const full = owner === '' ? name : `${owner}.${name}`;
    return value.kind === 'object'
      ? [...propertiesOf(value.members, full)]
      : [{ name: full, where: MODULE, range: nameRange, type: null, member: undefined, values: [value] }];
  });
}

function staticFields({ name: owner, members }: Declaration, { assignments }: ModuleFacts): readonly Holder[] {
  return members
    .filter((member) => member.static && member.kind === 'field' && member.signature === null)
    .map(({ name, nameRange, type, value }) => {
      const later = assignments
        .filter(
          ({ target }) =>
            target.path.length === 1 && target.path[0] === name && (target.origin === 'this' || target.name === owner),
        )
        .map((assignment) => assignment.value);
      return {
        name: owner === '' ? name : `${owner}.${name}`,
        where: 'in a static field',
        range: nameRange,
        type,
        member: undefined,
        values: value === null ? later : [value, ...later],
      };
    });
}

/** `export default new X()`, `exports.x = new X()`, `module.exports = { x: new X() }`. */
function exportedValue({ exported, local, value, nameRange }: ExportFact, { path }: ModuleFacts): readonly Holder[] {
  if (local !== null || value === null) {
    return [];
  }
  if (value.kind === 'object') {
    return propertiesOf(value.members, '');
  }
  const isWhole = exported === 'default' || exported === 'export=';
  const name = isWhole ? moduleName(path) : exported;
  return [{ name, where: MODULE, range: nameRange, type: null, member: undefined, values: [value] }];
}

function ofGlobal({ target, value }: AssignmentFact): Holder {
  return {
    name: nameOf(target),
    where: 'in a global',
    range: target.range,
    type: null,
    member: undefined,
    values: [value],
  };
}

function assignedTo(name: string, { assignments }: ModuleFacts): readonly AssignmentFact[] {
  return assignments.filter(({ target }) => target.origin === 'module' && target.name === name);
}

function nameOf({ name, path }: NameReference): string {
  return [name, ...path].join('.');
}
