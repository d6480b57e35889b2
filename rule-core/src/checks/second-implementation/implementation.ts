import { originOfName } from '../../edits/replacement-target.js';
import type { Declaration, ModuleFacts, NameReference, Range, ValueFact } from '../../source/facts.js';
import type { Project } from '../project.js';
import { isDriver, isDriverType, moduleName } from './canonical-api.js';
import {
  operationsOfClass,
  operationsOfObject,
  operationsOfPrototype,
  operationsOfResult,
  type IsFunction,
  type Operation,
} from './operations.js';
import { isWithin } from './places.js';
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
  /** Its declarations: one, or all functions of a module. */
  readonly declarations: readonly Declaration[];
}

/** The implementations in a module, in source order; those of a module of functions come last, as one. */
export function implementationsIn(setting: Setting): readonly Implementation[] {
  const { facts } = setting;
  const single = facts.declarations.flatMap((declaration) => singleImplementation(declaration, setting));
  const wholes = single.filter(({ kind }) => kind === 'class' || kind === 'factory' || kind === 'object');
  const clients = single.filter(({ kind }) => kind === 'client');
  const functions = single.filter(
    ({ kind, declarations }) =>
      kind === 'function' && !declarations.some((declaration) => isPartOf(declaration, wholes, facts)),
  );
  const parts = [...clients, ...functions].sort((a, b) => a.range[0] - b.range[0]);
  if (parts.length < 2) {
    return [...wholes, ...defaultObjects(setting), ...parts];
  }
  return [...wholes, ...defaultObjects(setting), moduleOf(parts, facts), ...functions];
}

function moduleOf(parts: readonly Implementation[], { path, firstToken }: ModuleFacts): Implementation {
  return {
    kind: 'module',
    name: path,
    range: firstToken,
    ranges: parts.flatMap(({ ranges }) => ranges),
    operations: parts.flatMap(({ declarations }) =>
      declarations.map(({ name, signature, range }) => ({ name, signature, range })),
    ),
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
    if (exportedAs.length === 0 || isFrameworkExport(name)) {
      return [];
    }
    return handsOutClient(declaration, setting) ? one('client', []) : one('function', []);
  }
  if (exportedAs.length === 0 || value === null) {
    return [];
  }
  const held = operationsOfObject(members, functionsIn(setting, range));
  if (held.length > 0) {
    return one('object', held, referencedFunctions(value, facts));
  }
  return isMadeByDriver(value, setting) ? one('client', []) : [];
}

/** `export default { query() {…} }`. */
function defaultObjects(setting: Setting): readonly Implementation[] {
  const { facts } = setting;
  return facts.exports.flatMap(({ exported, value, nameRange }): Implementation[] => {
    const operations =
      value?.kind === 'object' ? operationsOfObject(value.members, functionsIn(setting, value.range)) : [];
    const isWhole = exported === 'default' || exported === 'export=';
    return value === null || operations.length === 0 || !isWhole
      ? []
      : [
          {
            kind: 'object',
            name: moduleName(facts.path),
            range: nameRange,
            ranges: [value.range, ...referencedFunctions(value, facts)],
            operations,
            declarations: [],
          },
        ];
  });
}

function displayName({ name, scope }: Declaration, { path }: ModuleFacts): string {
  return name !== '' ? name : (scope.split('.').at(-1) ?? '') || moduleName(path);
}

/** Tells the functions among the names of a module, and among the locals in a part of it. */
function functionsIn({ facts, text }: Setting, [start, end]: Range): IsFunction {
  return (name, origin) =>
    origin === 'module'
      ? facts.declarations.some(
          (declaration) => declaration.name === name && declaration.scope === '' && declaration.signature !== null,
        )
      : declaresFunction(text.slice(start, end), name);
}

/** Locals are no facts, so their declaration is looked for in the text. */
function declaresFunction(text: string, name: string): boolean {
  const written = name.replaceAll('$', '\\$');
  const parameters = '(?:<[^<>()]*>)?\\((?:[^()]|\\([^()]*\\))*\\)\\s*(?::[^=;{]+)?=>';
  return new RegExp(
    `\\bfunction\\s*\\*?\\s*${written}\\s*[(<]|\\b(?:const|let|var)\\s+${written}\\s*(?::[^=;]+)?=\\s*(?:async\\s*)?(?:function\\b|[\\w$]+\\s*=>|${parameters})`,
    'u',
  ).test(text);
}

/** What frameworks look up by name: such exports say nothing about what a module is for. */
const FRAMEWORK_EXPORTS: ReadonlySet<string> = new Set([
  ...[
    'GET',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'HEAD',
    'OPTIONS',
    'loader',
    'action',
    'meta',
    'links',
    'headers',
    'handle',
  ],
  ...[
    'page',
    'layout',
    'load',
    'actions',
    'handler',
    'middleware',
    'config',
    'render',
    'register',
    'bootstrap',
    'main',
  ],
  ...[
    'generateMetadata',
    'generateStaticParams',
    'getServerSideProps',
    'getStaticProps',
    'getStaticPaths',
    'up',
    'down',
    'seed',
  ],
  ...[
    'mount',
    'unmount',
    'setup',
    'teardown',
    'clientLoader',
    'clientAction',
    'ErrorBoundary',
    'activate',
    'deactivate',
  ],
]);

function isFrameworkExport(name: string): boolean {
  return FRAMEWORK_EXPORTS.has(name);
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

/** Functions that an object of the module holds by name belong to the object. */
function referencedFunctions(value: ValueFact, { declarations }: ModuleFacts): readonly Range[] {
  const names =
    value.kind === 'object'
      ? value.members.flatMap((member) =>
          member.value?.kind === 'reference' && member.value.target.origin === 'module'
            ? [member.value.target.name]
            : [],
        )
      : [];
  return declarations.filter(({ scope, name }) => scope === '' && names.includes(name)).map(({ range }) => range);
}

function isPartOf(declaration: Declaration, wholes: readonly Implementation[], { localUses }: ModuleFacts): boolean {
  return wholes.some(
    ({ ranges, declarations: own }) =>
      ranges.some((range) => isWithin(declaration.range, range)) ||
      // An accessor of a class or factory beside it is part of that.
      own.some(({ name }) =>
        (localUses[name] ?? []).some(
          ({ range, role }) => (role === 'new' || role === 'call') && isWithin(range, declaration.range),
        ),
      ),
  );
}

/** Whether a function returns the driver's client: by its type, a call, or a variable of the module or its own that holds one. */
function handsOutClient({ signature, range }: Declaration, setting: Setting): boolean {
  const { facts, reach, concern, project } = setting;
  const drives = [...reach.drivers, ...reach.throughNames].some(
    (touch) => !touch.typeOnly && isWithin(touch.range, range),
  );
  if (signature === null || !drives) {
    return false;
  }
  return (
    (signature.returns?.top ?? []).some((name) => isDriverType(name, facts.path, concern, project)) ||
    signature.returned.some((value) => isClient(value, range, setting))
  );
}

function isClient(value: ValueFact, around: Range, setting: Setting): boolean {
  switch (value.kind) {
    case 'call':
    case 'new':
      return isMadeByDriver(value, setting);
    case 'assignment':
      return isClient(value.value, around, setting);
    case 'choice':
      return value.values.some((each) => isClient(each, around, setting));
    case 'reference':
      return value.target.path.length === 0 && holdsClient(value.target, around, setting);
    default:
      return false;
  }
}

function isMadeByDriver(value: ValueFact, { facts, concern, project }: Setting): boolean {
  return (
    (value.kind === 'call' || value.kind === 'new') &&
    value.target !== null &&
    isDriver(value.target, facts.path, concern, project)
  );
}

function holdsClient({ name, origin }: NameReference, around: Range, { reach, text }: Setting): boolean {
  if (origin === 'module') {
    return [...reach.reaching].some(
      (carrier) => carrier.kind === 'variable' && carrier.signature === null && carrier.name === name,
    );
  }
  // Locals are no facts: the text in front of the driver's call says what it is put into.
  return (
    origin === 'local' &&
    reach.drivers.some(({ range, whole }) => isWithin(range, around) && putsInto(text.slice(around[0], whole[0]), name))
  );
}

function putsInto(before: string, name: string): boolean {
  const match = /(?:const|let|var)\s+([\w$]+)\s*(?::[^=;]*)?=\s*(?:await\s+)?$/u.exec(before);
  return match?.[1] === name;
}
