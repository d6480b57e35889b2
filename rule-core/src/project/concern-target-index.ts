import { exportedExpression } from '../symbols/exported-expressions.js';
import type { ConcernTargets, DeclaredSymbol, TargetMatch } from '../symbols/concern-targets.js';
import type { Origin } from '../symbols/project.js';
import type { ResolvedConcern, ResolvedReplacement, SymbolReference } from '../config/resolved-config.js';
import { globalOrigin } from '../symbols/builtin-symbols.js';
import { exportNames } from './export-names.js';
import { moduleIndex } from './module-index.js';
import { originKey } from '../symbols/same-origin.js';
import { fileMatcher } from './path-globs.js';
import { fit, liesBehind, type SymbolPattern } from './reference-match.js';
import { modulesOf, originsOf, packageModules, patternsOf, type ReferenceContext } from './reference-modules.js';

interface Target {
  readonly match: TargetMatch;
  readonly pattern: SymbolPattern;
}

/** The symbols of one concern, looked up in the project. */
export class ConcernTargetIndex implements ConcernTargets {
  readonly canonicalModules: readonly string[];
  readonly #context: ReferenceContext;
  readonly #concern: ResolvedConcern;
  readonly #canonical: ReadonlySet<string>;
  readonly #allowed: readonly SymbolPattern[];
  readonly #targets: readonly Target[];
  readonly #removals: readonly { readonly glob: string; readonly matches: (path: string) => boolean }[];
  readonly #matches = new Map<string, TargetMatch | undefined>();
  readonly #byOrigin = new WeakMap<Origin, { readonly match: TargetMatch | undefined }>();
  #canonicalDeclarations: readonly DeclaredSymbol[] | undefined;
  #twinDeclarations: readonly (DeclaredSymbol & { readonly replacement: ResolvedReplacement })[] | undefined;

  constructor(context: ReferenceContext, concern: ResolvedConcern) {
    this.#context = context;
    this.#concern = concern;
    this.canonicalModules = canonicalModulesOf(context, concern);
    this.#canonical = new Set(this.canonicalModules);
    this.#allowed = concern.allow.flatMap((reference) => patternsOf(context, reference));
    this.#removals = concern.remove.map((glob) => ({ glob, matches: fileMatcher([glob]) }));
    this.#targets = [
      ...concern.replacements.flatMap((replacement) =>
        this.#targetsOf({ kind: 'twin', replacement, reference: replacement.from }, replacement.from),
      ),
      ...concern.drivers.flatMap((reference) => this.#targetsOf({ kind: 'driver', reference }, reference)),
    ];
  }

  get canonicalDeclarations(): readonly DeclaredSymbol[] {
    this.#canonicalDeclarations ??= unique(this.#concern.canonical.flatMap((reference) => this.#declaredBy(reference)));
    return this.#canonicalDeclarations;
  }

  get twinDeclarations(): readonly (DeclaredSymbol & { readonly replacement: ResolvedReplacement })[] {
    this.#twinDeclarations ??= unique(
      this.#concern.replacements.flatMap((replacement) =>
        this.#declaredBy(replacement.from)
          .filter(({ path }) => replacement.from.exportPath.length > 0 || !this.isCanonical(path))
          .map((symbol) => ({ ...symbol, replacement })),
      ),
    );
    return this.#twinDeclarations;
  }

  isCanonical(path: string): boolean {
    return this.#canonical.has(path);
  }

  removedBy(path: string): string | undefined {
    return this.isCanonical(path) ? undefined : this.#removals.find(({ matches }) => matches(path))?.glob;
  }

  classify(origin: Origin): TargetMatch | undefined {
    // Most origins are asked about again as the same object.
    let known = this.#byOrigin.get(origin);
    if (known === undefined) {
      const key = originKey(origin);
      if (!this.#matches.has(key)) this.#matches.set(key, this.#classify(origin));
      known = { match: this.#matches.get(key) };
      this.#byOrigin.set(origin, known);
    }
    return known.match;
  }

  classifyGlobal(path: readonly string[]): TargetMatch | undefined {
    return this.classify(globalOrigin(path));
  }

  mayContain(origin: Origin): TargetMatch | undefined {
    const whole = this.classify(origin);
    if (whole || this.#isAllowed(origin)) return whole;
    return this.#targets.find(({ pattern }) => liesBehind(pattern, origin))?.match;
  }

  rootExport(name: string): { readonly path: string; readonly exported: string; readonly origin: Origin } | undefined {
    const modules = this.#concern.canonical.flatMap((reference) => modulesOf(this.#context, reference));
    const found = (path: string, exported: string, origin: Origin) => ({ path, exported, origin });
    for (const path of modules) {
      const origin = this.#context.origins.find(path, [name]);
      if (origin && exportNames(this.#context, path).includes(name)) return found(path, name, origin);
    }
    // A canonical that leaves as the default export is called by its declared name.
    for (const path of modules) {
      const names = exportNames(this.#context, path);
      for (const exported of ['default', 'export='].filter((candidate) => names.includes(candidate))) {
        const origin = this.#context.origins.find(path, exported === 'export=' ? [] : [exported]);
        if (origin?.path.length === 1 && origin.path[0] === name) return found(path, exported, origin);
      }
    }
    return undefined;
  }

  #classify(origin: Origin): TargetMatch | undefined {
    if (this.#isAllowed(origin)) return undefined;
    let best: Target | undefined;
    let bestFit = 0;
    for (const target of this.#targets) {
      const fits = fit(target.pattern, origin);
      // The first of equals wins: a twin, which says what to write instead, stands before a driver.
      if (fits > bestFit) [best, bestFit] = [target, fits];
    }
    if (best) return best.match;
    const glob = origin.target.kind === 'module' ? this.removedBy(origin.target.path) : undefined;
    return glob === undefined ? undefined : { kind: 'removed', glob };
  }

  #isAllowed(origin: Origin): boolean {
    return this.#allowed.some((pattern) => fit(pattern, origin) > 0);
  }

  #targetsOf(match: TargetMatch, reference: SymbolReference): readonly Target[] {
    return patternsOf(this.#context, reference).map((pattern) => ({
      match,
      // A folder or glob of twins that the canonical lies in does not mean the canonical.
      pattern:
        pattern.kind === 'modules'
          ? { ...pattern, modules: new Set([...pattern.modules].filter((module) => !this.isCanonical(module))) }
          : pattern,
    }));
  }

  #declaredBy(reference: SymbolReference): readonly DeclaredSymbol[] {
    const origins =
      reference.exportPath.length > 0
        ? originsOf(this.#context, reference)
        : modulesOf(this.#context, reference).flatMap((module) =>
            exportNames(this.#context, module).map((name) => this.#context.origins.declaration(module, [name])),
          );
    return origins.flatMap((origin) => this.#declared(origin) ?? []);
  }

  #declared({ target, path }: Origin): DeclaredSymbol | undefined {
    const [name = 'export='] = path;
    const facts = target.kind === 'module' && path.length <= 1 ? this.#context.facts(target.path) : undefined;
    if (facts === undefined) return undefined;
    const named = moduleIndex(facts).declarations.get(name) ?? [];
    // Of a value and a type of one name the value is what runs.
    const declaration =
      named.find(({ kind }) => kind !== 'interface' && kind !== 'type') ??
      named[0] ??
      facts.declarations.find(({ scope, exportedAs }) => scope === '' && exportedAs.includes(name));
    return declaration === undefined
      ? exportedExpression(facts, name)
      : { path: facts.path, name: declaration.name, declaration };
  }
}

/** The modules that a concern's canonicals name, and those that declare what they export under the names asked for. Sorted. */
function canonicalModulesOf(context: ReferenceContext, { canonical }: ResolvedConcern): readonly string[] {
  const modules = new Set<string>();
  for (const reference of canonical) {
    for (const module of reference.kind === 'package'
      ? packageModules(context, reference)
      : modulesOf(context, reference)) {
      modules.add(module);
    }
    for (const { target } of originsOf(context, reference)) if (target.kind === 'module') modules.add(target.path);
  }
  return [...modules].sort();
}

function unique<Declared extends DeclaredSymbol>(symbols: readonly Declared[]): readonly Declared[] {
  const byPlace = new Map<string, Declared>();
  for (const symbol of symbols) {
    const key = `${symbol.path}\0${symbol.declaration.range.join()}`;
    if (!byPlace.has(key)) byPlace.set(key, symbol);
  }
  return [...byPlace.values()];
}
