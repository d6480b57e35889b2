import type { ConfigResolution } from '../config/index.js';
import type { Concern } from '../config/config.js';
import { didYouMean } from '../config/did-you-mean.js';
import type {
  CanonicalExpression,
  ConfigProblem,
  ResolvedConcern,
  SymbolReference,
} from '../config/resolved-config.js';
import type { ConcernTargets } from '../symbols/concern-targets.js';
import type { Declaration, ModuleFacts } from '../source/facts.js';
import { exportNames } from './export-names.js';
import { moduleIndex } from './module-index.js';
import type { ModuleContent } from './module-store.js';
import { modulesOf, originsOf, type ReferenceContext } from './reference-modules.js';

/** What looking for problems needs of the project besides references. */
export interface ProblemContext extends ReferenceContext {
  content(module: string): ModuleContent;
  /** What the config file and the rule's options say of a concern, its preset left out. */
  written(concern: ResolvedConcern): Concern;
  /** Whether some package of the workspace resolves a specifier to a module. */
  resolvesAnywhere(specifier: string): boolean;
  readonly resolution: ConfigResolution;
}

/** What is wrong with a concern that only the modules themselves can tell: missing exports, members and aliases. */
export function targetProblems(
  context: ProblemContext,
  concern: ResolvedConcern,
  targets: ConcernTargets,
): readonly ConfigProblem[] {
  return [
    ...concern.canonical.flatMap((reference) => canonicalProblems(context, concern, reference)),
    ...concern.replacements
      .filter(({ fromPreset }) => !fromPreset)
      .flatMap(({ from }) => missingExport(context, concern, from)),
    ...accessorProblems(context, concern, targets),
    ...concern.replacements.flatMap(({ to, fromPreset }) =>
      fromPreset ? [] : expressionProblems(context, concern, targets, to),
    ),
    ...concern.formats.flatMap(({ to }) => expressionProblems(context, concern, targets, to)),
    ...methodProblems(context, concern, targets),
    ...importProblems(context, concern, targets),
  ];
}

function canonicalProblems(
  context: ProblemContext,
  concern: ResolvedConcern,
  reference: SymbolReference,
): readonly ConfigProblem[] {
  const broken = modulesOf(context, reference).flatMap((module) => {
    const content = context.content(module);
    if (content.kind === 'syntax-error') return [`${module} does not parse: ${content.message}.`];
    return content.kind === 'unreadable' ? [`${module} cannot be read.`] : [];
  });
  if (broken.length > 0) return broken.map((message) => context.resolution.problem(concern.id, reference, message));
  return missingExport(context, concern, reference);
}

function missingExport(
  context: ProblemContext,
  concern: ResolvedConcern,
  reference: SymbolReference,
): readonly ConfigProblem[] {
  const [name, ...members] = reference.exportPath;
  const modules = modulesOf(context, reference);
  if (name === undefined || modules.length === 0 || modules.some((module) => context.facts(module) === undefined))
    return [];
  const origins = originsOf(context, reference);
  const place = modules.length === 1 ? (modules[0] ?? '') : reference.module;
  if (origins.length === 0) {
    const names = [...new Set(modules.flatMap((module) => exportNames(context, module)))];
    const missing = name === 'default' ? 'has no default export' : `exports no '${name}'`;
    return [context.resolution.problem(concern.id, reference, `${place} ${missing}.${suggestion(name, names)}`)];
  }
  const [member] = members;
  const known =
    member === undefined ? undefined : knownMembers(context, origins[0]?.target, origins[0]?.path.slice(0, 1) ?? []);
  if (member === undefined || known === undefined || known.includes(member)) return [];
  return [
    context.resolution.problem(
      concern.id,
      reference,
      `${name} in ${place} has no member '${member}'.${suggestion(member, known)}`,
    ),
  ];
}

function accessorProblems(
  context: ProblemContext,
  concern: ResolvedConcern,
  targets: ConcernTargets,
): readonly ConfigProblem[] {
  if (!isReadable(context, targets)) return [];
  // A preset's accessors are offers: only those that somebody wrote must be there.
  const written: readonly string[] = context.written(concern).accessors ?? [];
  return concern.accessors
    .filter((accessor) => written.includes(accessor) && targets.rootExport(accessor) === undefined)
    .map((accessor) => {
      const message = `the canonical (${named(context, concern)}) exports no '${accessor}'.${suggestion(accessor, canonicalExports(context, concern))}`;
      return context.resolution.problem(concern.id, ['accessors', accessor], message);
    });
}

function expressionProblems(
  context: ProblemContext,
  concern: ResolvedConcern,
  targets: ConcernTargets,
  to: CanonicalExpression,
): readonly ConfigProblem[] {
  if (!isReadable(context, targets)) return [];
  const root = targets.rootExport(to.root);
  if (root === undefined) {
    const message = `'${to.root}' is no export of the canonical (${named(context, concern)}).${suggestion(to.root, canonicalExports(context, concern))}`;
    return [context.resolution.problem(concern.id, to, message)];
  }
  // What a call returns is known to types only.
  const [, step] = to.steps;
  if (step?.kind !== 'member') return [];
  const members = knownMembers(context, root.origin.target, root.origin.path);
  if (members === undefined || members.includes(step.name)) return [];
  return [
    context.resolution.problem(
      concern.id,
      to,
      `${to.root} (${root.path}) has no member '${step.name}'.${suggestion(step.name, members)}`,
    ),
  ];
}

function methodProblems(
  context: ProblemContext,
  concern: ResolvedConcern,
  targets: ConcernTargets,
): readonly ConfigProblem[] {
  // A preset's methods are offers, too.
  const written = Object.keys(context.written(concern).methods ?? {});
  if (written.length === 0 || !isReadable(context, targets)) return [];
  const known = targets.canonicalDeclarations.map(({ path, declaration }) =>
    methodsOf(context.facts(path), declaration),
  );
  const names = known.flatMap((methods) => methods ?? []);
  // Functions alone hand out what only their callers know.
  if (names.length === 0 || known.includes(undefined)) return [];
  return written.flatMap((old) => {
    const method = concern.methods[old];
    if (method === undefined || names.includes(method)) return [];
    const wayOut = `Write the method to call in place of '${old}', or remove the entry.`;
    const message = `the canonical (${named(context, concern)}) has no method '${method}'.${suggestion(method, names)} ${wayOut}`;
    return [context.resolution.problem(concern.id, ['methods', old], message)];
  });
}

/** The members that can be called on a class, an object or an interface from outside; `undefined` where there may be others. */
function methodsOf(facts: ModuleFacts | undefined, declaration: Declaration): readonly string[] | undefined {
  if (facts === undefined) return undefined;
  // A function has no methods but those of the object that it returns, and beside a class there may be one that makes it.
  if (declaration.kind === 'function') return madeMethods(declaration);
  const isKnown =
    declaration.kind === 'interface'
      ? declaration.extends.length === 0 && isOnly(facts, declaration)
      : isOnly(facts, declaration) && isClosed(facts, declaration);
  return isKnown
    ? declaration.members
        .filter(
          ({ kind, name, visibility }) => kind !== 'constructor' && visibility === 'public' && !name.startsWith('#'),
        )
        .map(({ name }) => name)
    : undefined;
}

/** The methods of the object literals that a function returns. */
function madeMethods({ signature }: Declaration): readonly string[] {
  return (signature?.returned ?? []).flatMap((value) =>
    value.kind === 'object' ? value.members.map(({ name }) => name) : [],
  );
}

/** Whether nothing else of its name is declared: declarations of one name make one thing together. */
function isOnly(facts: ModuleFacts, { name }: Declaration): boolean {
  return moduleIndex(facts).declarations.get(name)?.length === 1;
}

function importProblems(
  context: ProblemContext,
  concern: ResolvedConcern,
  targets: ConcernTargets,
): readonly ConfigProblem[] {
  if (!isReadable(context, targets)) return [];
  return Object.entries(concern.importSpecifiers).flatMap(([name, specifier]) => {
    const part = name === '*' ? ['import'] : ['import', name];
    const target = context.resolve('index.ts', specifier);
    const problem = (message: string) => [context.resolution.problem(concern.id, part, message)];
    if (target.kind === 'module') {
      const provided = exportNames(context, target.path);
      if (name !== '*') {
        return provided.includes(name)
          ? []
          : problem(`"${specifier}" leads to ${target.path}, which exports no '${name}'.${suggestion(name, provided)}`);
      }
      const leadsThere =
        targets.isCanonical(target.path) ||
        provided.some((exported) => {
          const origin = context.origins.declaration(target.path, [exported]);
          return origin.target.kind === 'module' && targets.isCanonical(origin.target.path);
        });
      return leadsThere
        ? []
        : problem(
            `"${specifier}" leads to ${target.path}, which does not export the canonical (${named(context, concern)}).`,
          );
    }
    // Aliases of one package of a workspace are unknown at its root: any package may be the one that has them.
    if (context.resolvesAnywhere(specifier)) return [];
    return target.kind === 'unresolved'
      ? problem(
          `"${specifier}" does not resolve. Add it to the paths of tsconfig.json or the imports of package.json, or write how consumers import the canonical.`,
        )
      : problem(
          `"${specifier}" is a package outside of the workspace, not the canonical (${named(context, concern)}).`,
        );
  });
}

/** The members of a class or object that can all be read off its declaration; `undefined` where there may be others. */
function knownMembers(
  context: ProblemContext,
  target: { readonly kind: string; readonly path?: string } | undefined,
  path: readonly string[],
): readonly string[] | undefined {
  const [name] = path;
  if (target?.path === undefined || target.kind !== 'module' || name === undefined || path.length !== 1)
    return undefined;
  const facts = context.facts(target.path);
  const declarations = facts ? (moduleIndex(facts).declarations.get(name) ?? []) : [];
  const [only] = declarations;
  if (facts === undefined || only === undefined || declarations.length > 1) return undefined;
  return isClosed(facts, only) ? only.members.map((member) => member.name) : undefined;
}

function isClosed(
  facts: ModuleFacts,
  { kind, extends: bases, members, value, type, decorated, name }: Declaration,
): boolean {
  if (members.some((member) => member.name === '' && member.kind !== 'constructor')) return false;
  // `Ids.newId = …` adds a member later.
  if (facts.localUses[name]?.some(({ role, path }) => role === 'write' && path.length > 0)) return false;
  if (kind === 'class') return bases.length === 0 && !decorated;
  return kind === 'variable' && value?.kind === 'object' && type === null && members.length === value.members.length;
}

function isReadable(context: ProblemContext, targets: ConcernTargets): boolean {
  return (
    targets.canonicalModules.length > 0 &&
    targets.canonicalModules.every((module) => context.facts(module) !== undefined)
  );
}

function canonicalExports(context: ProblemContext, { canonical }: ResolvedConcern): readonly string[] {
  return [
    ...new Set(
      canonical.flatMap((reference) => modulesOf(context, reference)).flatMap((module) => exportNames(context, module)),
    ),
  ];
}

function named(context: ProblemContext, { canonical }: ResolvedConcern): string {
  return canonical.map((reference) => modulesOf(context, reference)[0] ?? reference.text).join(', ');
}

function suggestion(name: string, candidates: readonly string[]): string {
  const names = candidates.filter(
    (candidate) => candidate !== 'default' && candidate !== 'export=' && candidate !== '',
  );
  const near = didYouMean(name, names).replaceAll('"', '');
  if (near !== '') return near;
  return names.length === 0 ? '' : ` It has ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}.`;
}
