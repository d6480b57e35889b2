import { originOfName } from '../../symbols/denotation.js';
import type { Declaration, ModuleFacts, Range } from '../../source/facts.js';
import { displayName } from '../declared-name.js';
import type { Project } from '../../symbols/project.js';
import { handsOutClient, isMadeByDriver } from './client-handout.js';
import { isFrameworkExport } from './framework-exports.js';
import { functionsIn, referencedFunctions } from './local-functions.js';
import { moduleName } from '../../symbols/module-name.js';
import {
  operationsOfClass,
  operationsOfObject,
  operationsOfPrototype,
  operationsOfResult,
  type Operation,
} from './operations.js';
import { isWithinOne } from './places.js';
import type { Setting } from './setting.js';

/** Something in a module that could be a second implementation of a concern. */
export interface Implementation {
  /**
   * `client`: a function or variable that hands out the driver's own client. `module`: the exported functions of a module.
   * `function`: one exported function, which is an implementation only where the canonical is one, too.
   */
  readonly kind: 'class' | 'factory' | 'object' | 'client' | 'module' | 'function';
  /** As messages name it; for a module its path. */
  readonly name: string;
  /** Where it is reported. */
  readonly range: Range;
  /** Where its code stands. */
  readonly ranges: readonly Range[];
  readonly operations: readonly Operation[];
  /** Its declarations: one, all functions of a module, or none where it is an expression. */
  readonly declarations: readonly Declaration[];
}

/** The implementations in a module, in source order; those of a module of functions come last, as one. */
export function implementationsIn(setting: Setting): readonly Implementation[] {
  const { facts } = setting;
  const single = [
    ...facts.declarations.flatMap((declaration) => singleImplementation(declaration, setting)),
    ...exportedExpressions(setting),
  ];
  const wholes = single.filter(({ kind }) => kind === 'class' || kind === 'factory' || kind === 'object');
  const parts = single
    .filter((part) => (part.kind === 'client' || part.kind === 'function') && !isPartOf(part, wholes, facts))
    .sort((a, b) => a.range[0] - b.range[0]);
  const named = parts.filter(({ declarations }) => declarations.every(hasNamedExport));
  if (named.length < 2) {
    return [...wholes, ...parts];
  }
  return [
    ...wholes,
    moduleOf(named, facts),
    ...parts.filter((part) => part.kind === 'function' || !named.includes(part)),
  ];
}

/** A default export is a page, a component or a handler, whatever it is called; a module of functions has names for them. */
function hasNamedExport({ exportedAs }: Declaration): boolean {
  return exportedAs.some((name) => name !== 'default');
}

function moduleOf(parts: readonly Implementation[], { path, firstToken }: ModuleFacts): Implementation {
  return {
    kind: 'module',
    name: path,
    range: firstToken,
    ranges: parts.flatMap(({ ranges }) => ranges),
    operations: parts.flatMap(({ operations }) => operations),
    declarations: parts.flatMap(({ declarations }) => declarations),
  };
}

function singleImplementation(declaration: Declaration, setting: Setting): readonly Implementation[] {
  const { facts, project } = setting;
  const { kind, name, scope, range, nameRange, signature, value, members, exportedAs } = declaration;
  if (declaration.ambient) {
    return [];
  }
  const one = (
    what: Implementation['kind'],
    operations: readonly Operation[],
    more: readonly Range[] = [],
  ): Implementation[] => [
    {
      kind: what,
      name: displayName(declaration, facts),
      range: nameRange,
      ranges: [range, ...more],
      operations,
      declarations: [declaration],
    },
  ];
  if (kind === 'class') {
    return isError(declaration, facts.path, project) ? [] : one('class', operationsOfClass(declaration));
  }
  if (kind === 'namespace') {
    const operations = operationsOfNamespace(declaration, facts);
    return operations.length === 0 ? [] : one('object', operations);
  }
  if (scope !== '' || (kind !== 'function' && kind !== 'variable')) {
    return [];
  }
  if (signature !== null) {
    const onPrototype = operationsOfPrototype(declaration, facts);
    if (onPrototype.length > 0) {
      return one(
        'factory',
        onPrototype,
        onPrototype.flatMap(({ range: place }) => (place === null ? [] : [place])),
      );
    }
    const made = operationsOfResult(signature, functionsIn(setting, range));
    if (made.length > 0) {
      return one('factory', made);
    }
    if (exportedAs.length === 0) {
      return [];
    }
    const isClient = handsOutClient(declaration, setting);
    return isClient || !isFrameworkExport(name)
      ? one(isClient ? 'client' : 'function', [{ name, signature, range }])
      : [];
  }
  if (exportedAs.length === 0 || value === null) {
    return [];
  }
  const held = operationsOfObject(members, functionsIn(setting, range));
  if (held.length > 0) {
    return one('object', held, referencedFunctions(value, facts));
  }
  return isMadeByDriver(value, setting) ? one('client', [{ name, signature, range }]) : [];
}

/** `export default { query() {…} }`, `module.exports = { query }`, `exports.query = function () {…}`. */
function exportedExpressions(setting: Setting): readonly Implementation[] {
  const { facts } = setting;
  return facts.exports.flatMap(({ exported, local, value, nameRange }): Implementation[] => {
    if (value === null || local !== null) {
      return [];
    }
    const { range } = value;
    const isWhole = exported === 'default' || exported === 'export=';
    if (value.kind === 'function' && !isWhole && !isFrameworkExport(exported)) {
      const operation: Operation = { name: exported, signature: null, range };
      return [
        {
          kind: 'function',
          name: exported,
          range: nameRange,
          ranges: [range],
          operations: [operation],
          declarations: [],
        },
      ];
    }
    const operations = value.kind === 'object' ? operationsOfObject(value.members, functionsIn(setting, range)) : [];
    const ranges = [range, ...referencedFunctions(value, facts)];
    const name = moduleName(facts.path);
    return isWhole && operations.length > 0
      ? [{ kind: 'object', name, range: nameRange, ranges, operations, declarations: [] }]
      : [];
  });
}

/** The functions that a namespace exports. */
function operationsOfNamespace({ name }: Declaration, { declarations }: ModuleFacts): readonly Operation[] {
  return declarations
    .filter(({ scope, signature, exportedAs }) => scope === name && signature !== null && exportedAs.length > 0)
    .map((inner) => ({ name: inner.name, signature: inner.signature, range: inner.range }));
}

/** An exception is data, whatever it is named for. */
function isError({ extends: bases, name }: Declaration, path: string, project: Project): boolean {
  return (
    bases.some(
      (base) =>
        /(?:Error|Exception)$/u.test(base.name) ||
        /(?:Error|Exception)$/u.test(originOfName(base, path, project).path.at(-1) ?? ''),
    ) || /(?:Error|Exception)$/u.test(name)
  );
}

/** Whether a function belongs to a class, factory or object beside it: it stands in that, or is its accessor. */
function isPartOf(
  { ranges: own }: Implementation,
  wholes: readonly Implementation[],
  { localUses }: ModuleFacts,
): boolean {
  return wholes.some(
    ({ ranges, declarations }) =>
      own.every((range) => isWithinOne(range, ranges)) ||
      declarations.some(({ name }) =>
        (localUses[name] ?? []).some(
          ({ range, role }) => (role === 'new' || role === 'call') && isWithinOne(range, own),
        ),
      ),
  );
}
