import type { ResolvedConcern } from '../../config/resolved-config.js';
import { denotationOf } from '../../symbols/denotation.js';
import type { Declaration, Signature, TypeFact, ValueFact } from '../../source/facts.js';
import type { ConcernTargets, DeclaredSymbol } from '../../symbols/concern-targets.js';
import type { Project } from '../../symbols/project.js';
import { symbolText } from '../../symbols/symbol-text.js';
import { isLifecycle, workOf } from './method-names.js';
import { isDriver, isDriverType } from './driver-types.js';
import { isStandIn } from './false-friends.js';
import { isFrameworkExport } from './framework-exports.js';
import { moduleName } from '../../symbols/module-name.js';
import { isWithin } from './places.js';
import { portsOf } from '../../symbols/ports.js';
import { operationsOfClass, operationsOfObject, operationsOfResult, type Operation } from './operations.js';
import { stemOf, wordsOf } from './words.js';

/** What one canonical declaration, or a canonical module of functions, can do. */
export interface OwnedApi {
  /** As messages name it: `ClickHouseManager`. */
  readonly owner: string;
  /** Where its operations are declared, relative to the workspace root. */
  readonly path: string;
  readonly operations: readonly Operation[];
  /** `function` for a single canonical function: what it is compared with is a single function. */
  readonly kind: 'object' | 'module' | 'function';
  /** Whether the concern names it, and not only the module that it is in. */
  readonly named: boolean;
}

/** What the canonicals of a concern offer, and what they are called by. */
export interface CanonicalApi {
  readonly apis: readonly OwnedApi[];
  /** What the concern is about, in one word each: `clickhouse`. */
  readonly stems: readonly string[];
  /** The stems of several words, which read like none, by the name that has them: `redissaver` by `RedisSaver`. */
  readonly namesakes: ReadonlyMap<string, string>;
  /** Members of the canonical that hand out the driver's own client. */
  readonly rawMembers: ReadonlySet<string>;
  /** The interfaces and base classes that the canonicals share with others, as symbols. */
  readonly ports: ReadonlySet<string>;
}

/** Keyed by the concern's resolved symbols: they last as long as the files that they were read from. */
const memo = new WeakMap<ConcernTargets, CanonicalApi>();

/** What the canonicals of a concern offer; worked out once for each state of the project. */
export function canonicalApi(concern: ResolvedConcern, project: Project): CanonicalApi {
  const targets = project.targets(concern);
  const known = memo.get(targets) ?? read(concern, project);
  memo.set(targets, known);
  return known;
}

function read(concern: ResolvedConcern, project: Project): CanonicalApi {
  const symbols = project.targets(concern).canonicalDeclarations.filter(({ declaration }) => !declaration.ambient);
  const names = namesOf(concern, symbols);
  const stems = [...new Set(names.map(stemOf))].filter(
    (stem) => stem.length >= SHORTEST_STEM && !EMPTY_STEMS.has(stem),
  );
  // A null object in the canonical's folder has the same operations, and says less about whose they are.
  const own = symbols.filter(({ name, declaration }) => isNamed(concern, declaration) || !isStandIn({ name }));
  const apis = [...own.flatMap((symbol) => apiOf(symbol, concern, project) ?? []), ...functionModules(own, concern)];
  return {
    apis,
    stems,
    namesakes: namesakesOf(names, concern),
    rawMembers: rawMembers(symbols, concern, project, stems[0] ?? ''),
    ports: new Set(symbols.flatMap(({ declaration, path }) => portsOf(declaration, path, project).map(symbolText))),
  };
}

/** Words of fewer letters stand for too much. */
const SHORTEST_STEM = 3;
/** Names of modules that say nothing about what they are for. */
const EMPTY_STEMS: ReadonlySet<string> = new Set([
  ...['api', 'app', 'main', 'server', 'data', 'src', 'types'],
  ...['config', 'configuration', 'settings', 'options', 'constants'],
]);

/** What the canonicals are called, and what they are. */
function namesOf({ canonical, noun }: ResolvedConcern, symbols: readonly DeclaredSymbol[]): readonly string[] {
  const exports = canonical.flatMap(({ exportPath }) => exportPath.slice(0, 1)).filter((name) => name !== 'default');
  const declared =
    exports.length > 0 ? symbols.filter(({ declaration }) => declaration.kind === 'class').map(({ name }) => name) : [];
  const modules = canonical.filter(({ exportPath }) => exportPath.length === 0).map(({ module }) => moduleName(module));
  return [...exports, ...declared, ...modules, noun];
}

function namesakesOf(names: readonly string[], { noun }: ResolvedConcern): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const name of names) {
    const stem = stemOf(name);
    const isPlain = stem === stemOf(noun) || wordsOf(name).includes(stem);
    if (!isPlain && !known.has(stem)) {
      known.set(stem, name);
    }
  }
  return known;
}

function apiOf(
  { path, name, declaration }: DeclaredSymbol,
  concern: ResolvedConcern,
  project: Project,
): OwnedApi | undefined {
  const denotes = denotationOf({ target: { kind: 'module', path }, path: [name] }, project);
  const named = isNamed(concern, declaration);
  const api = (operations: readonly Operation[], place = path): OwnedApi | undefined =>
    operations.length === 0 ? undefined : { owner: name, path: place, operations, kind: 'object', named };
  switch (denotes.kind) {
    case 'type':
      return denotes.declaration.kind === 'class'
        ? api(operationsOfClass(denotes.declaration), denotes.path)
        : undefined;
    case 'object':
      return api(operationsOfObject(denotes.members.filter(({ visibility }) => visibility === 'public')), denotes.path);
    case 'function': {
      const made = operationsOfResult(denotes.signature);
      return made.length > 0 || concern.accessors.includes(name)
        ? api(made)
        : {
            owner: name,
            path,
            operations: [{ name, signature: denotes.signature, range: declaration.range }],
            kind: 'function',
            named,
          };
    }
    case 'unknown':
      return undefined;
  }
}

function isNamed({ canonical }: ResolvedConcern, { name, exportedAs }: Declaration): boolean {
  return canonical.some(
    ({ exportPath }) => exportPath[0] !== undefined && (exportPath[0] === name || exportedAs.includes(exportPath[0])),
  );
}

/** The canonical functions of each module, as one set of operations. */
function functionModules(symbols: readonly DeclaredSymbol[], { accessors }: ResolvedConcern): readonly OwnedApi[] {
  const byModule = new Map<string, Operation[]>();
  for (const { path, name, declaration } of symbols) {
    const { signature, range } = declaration;
    const isOwn = name !== '' && !accessors.includes(name) && !isFrameworkExport(name);
    if (signature !== null && isOwn && operationsOfResult(signature).length === 0) {
      byModule.set(path, [...(byModule.get(path) ?? []), { name, signature, range }]);
    }
  }
  return [...byModule].map(([path, operations]) => ({
    owner: moduleName(path),
    path,
    operations,
    kind: 'module',
    named: false,
  }));
}

/** The members by which the canonicals hand out the driver's client. */
function rawMembers(
  symbols: readonly DeclaredSymbol[],
  concern: ResolvedConcern,
  project: Project,
  stem: string,
): ReadonlySet<string> {
  return new Set(symbols.flatMap((symbol) => rawMembersOf(symbol, concern, project, stem)));
}

/** The same of one; where it can do nothing else, that is its purpose, and they are none. */
function rawMembersOf(
  { path, declaration }: DeclaredSymbol,
  concern: ResolvedConcern,
  project: Project,
  stem: string,
): readonly string[] {
  const fields = rawFields(declaration, path, concern, project);
  const raw = declaration.members
    .filter(({ name, visibility, type, signature, value }) => {
      const handsOut = signature?.returned.some(
        (each) => each.kind === 'reference' && each.target.origin === 'this' && fields.has(each.target.path[0] ?? ''),
      );
      return (
        visibility === 'public' &&
        name !== '' &&
        (handsOut === true || fields.has(name) || isRaw(type, signature, value, path, concern, project))
      );
    })
    .map(({ name }) => name);
  const operations =
    declaration.kind === 'class' ? operationsOfClass(declaration) : operationsOfObject(declaration.members);
  const others = operations.filter(({ name }) => !raw.includes(name) && !isLifecycle(workOf(name, stem)));
  return others.length === 0 ? [] : raw;
}

/** The fields of a class that hold the driver's client, private ones included. */
function rawFields(
  { members, range }: Declaration,
  path: string,
  concern: ResolvedConcern,
  project: Project,
): ReadonlySet<string> {
  const assigned = (project.facts(path)?.assignments ?? [])
    .filter(
      ({ target, value, range: place }) =>
        target.origin === 'this' && isWithin(place, range) && isRaw(null, null, held(value), path, concern, project),
    )
    .map(({ target }) => target.path[0] ?? '');
  const declared = members
    .filter(
      ({ kind, type, value, signature }) =>
        kind === 'field' && signature === null && isRaw(type, null, value && held(value), path, concern, project),
    )
    .map(({ name }) => name);
  return new Set([...assigned, ...declared]);
}

function held(value: ValueFact): ValueFact {
  return value.kind === 'assignment' ? held(value.value) : value;
}

function isRaw(
  type: TypeFact | null,
  signature: Signature | null,
  value: ValueFact | null,
  path: string,
  concern: ResolvedConcern,
  project: Project,
): boolean {
  const types = signature === null ? type?.top : signature.returns?.top;
  const values = signature === null ? [value] : signature.returned;
  return (
    (types ?? []).some((name) => isDriverType(name, path, concern, project)) ||
    values.some(
      (each) =>
        (each?.kind === 'call' || each?.kind === 'new') &&
        each.target !== null &&
        isDriver(each.target, path, concern, project),
    )
  );
}
