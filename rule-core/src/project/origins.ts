import type { Origin } from '../symbols/project.js';
import type { ModuleTarget } from '../resolution/module-target.js';
import type { Declaration, Member, ModuleFacts, NameReference, ValueFact } from '../source/facts.js';
import { globalOrigin, normalisedOrigin } from '../symbols/builtin-symbols.js';
import { isSameOrigin } from '../symbols/same-origin.js';
import { moduleIndex, type BoundName } from './module-index.js';
import type { ExportRecord } from './export-record.js';
import { starIndex, type StarIndex } from './star-index.js';

/** What following a name needs of the project. */
export interface OriginContext {
  facts(module: string): ModuleFacts | undefined;
  resolve(from: string, specifier: string): ModuleTarget;
  /** What a module exports: cheaper than its facts. `undefined` where that is not known without them. */
  exportsOf(module: string): ExportRecord | undefined;
  /**
   * The names and members of a module, joined with `.`, that are symbols of their own although they are aliases of others:
   * a deprecated `export const newId = IdManager.newId`. They are not followed.
   */
  ownSymbols(module: string): ReadonlySet<string> | undefined;
  /** Whether some reference names this export of a package: it then comes from that one of several `export *`. */
  isKnownExport(packageName: string, exported: string): boolean;
}

/** The way so far, so that cycles end. */
type Trail = ReadonlySet<string>;

/** A declaration and the modules that were asked on the way to it. */
interface Followed {
  readonly origin: Origin;
  readonly through: ReadonlySet<string>;
}

/** The origins of the saved files, of which those hold that do not depend on the one module that is taken from memory. */
export interface SavedOrigins {
  readonly origins: Origins;
  readonly inMemory: string;
}

/** Follows names to their declarations. */
export class Origins {
  readonly #context: OriginContext;
  readonly #saved: SavedOrigins | undefined;
  readonly #cache = new Map<string, Followed>();
  readonly #stars = new Map<string, StarIndex>();
  /** The origins that were only guessed: what is exported for certain goes before them. */
  readonly #guessed = new WeakSet<Origin>();
  #through = new Set<string>();

  constructor(context: OriginContext, saved?: SavedOrigins) {
    this.#context = context;
    this.#saved = saved;
  }

  /** The declaration behind `path` read from a module; where it cannot be followed, the module and `path` themselves. */
  declaration(module: string, path: readonly string[]): Origin {
    return this.#followed(module, path).origin;
  }

  #followed(module: string, path: readonly string[]): Followed {
    if (this.#saved !== undefined) {
      const saved = this.#saved.origins.#followed(module, path);
      if (!saved.through.has(this.#saved.inMemory)) return saved;
    }
    const key = [module, ...path].join('\0');
    let followed = this.#cache.get(key);
    if (followed === undefined) {
      const outer = this.#through;
      const through = new Set([module]);
      this.#through = through;
      const origin = this.find(module, path) ?? { target: { kind: 'module', path: module }, path };
      this.#through = outer;
      followed = { origin, through };
      this.#cache.set(key, followed);
    }
    return followed;
  }

  #facts(module: string): ModuleFacts | undefined {
    this.#through.add(module);
    return this.#context.facts(module);
  }

  /** The same from what a specifier leads to. */
  from(target: ModuleTarget, path: readonly string[]): Origin {
    return target.kind === 'module' ? this.declaration(target.path, path) : normalisedOrigin(target, path);
  }

  /** The declaration behind `path` read from a module, or `undefined` if the module does not export it. */
  find(module: string, path: readonly string[]): Origin | undefined {
    return this.#exported(module, path, new Set());
  }

  /** The declaration behind a module-level name and members of it. */
  local(module: string, name: string, path: readonly string[]): Origin {
    return this.#local(module, name, path, new Set());
  }

  #exported(module: string, path: readonly string[], trail: Trail): Origin | undefined {
    const recorded = this.#recorded(module, path, trail);
    return recorded === 'unknown' ? this.#declared(module, path, trail) : recorded;
  }

  #declared(module: string, path: readonly string[], trail: Trail): Origin | undefined {
    const facts = this.#facts(module);
    const [head, ...rest] = path;
    const own: Origin = { target: { kind: 'module', path: module }, path };
    if (facts === undefined) return own;
    if (head === undefined) return this.#wholeModule(module, facts, trail) ?? own;
    const key = `${module}\0${head}`;
    if (trail.has(key)) return undefined;
    const next = new Set(trail).add(key);
    const index = moduleIndex(facts);
    const fact = index.exports.get(head);
    if (fact) {
      if (this.#isOwn(module, path)) {
        return fact.local !== null && index.declarations.has(fact.local)
          ? { ...own, path: [fact.local, ...rest] }
          : own;
      }
      if (fact.local !== null) return this.#local(module, fact.local, rest, next);
      const whole = fact.value === null ? index.exports.get('export=')?.value : undefined;
      const aliased = whole
        ? this.#value(module, whole, path, next)
        : fact.value && this.#value(module, fact.value, rest, next);
      return aliased ?? own;
    }
    const reexport = index.reexports.get(head);
    if (reexport) return this.#isOwn(module, path) ? own : this.#bound(module, reexport, rest, next);
    const whole = index.exports.get('export=');
    if (whole && head !== 'export=') {
      const members = head === 'default' ? rest : path;
      if (whole.local !== null) return this.#local(module, whole.local, members, next);
      return (whole.value && this.#value(module, whole.value, members, next)) ?? { ...own, path: members };
    }
    const stars = index.stars.map(({ specifier }) => specifier);
    return head === 'default' ? undefined : this.#starred(module, stars, path, next);
  }

  /** The same where the record of what the module exports says it, so that it need not be parsed. */
  #recorded(module: string, path: readonly string[], trail: Trail): Origin | undefined | 'unknown' {
    const record = this.#context.ownSymbols(module) === undefined ? this.#context.exportsOf(module) : undefined;
    if (record === undefined || record.isOpaque) return 'unknown';
    this.#through.add(module);
    const [head, ...rest] = path;
    const own: Origin = { target: { kind: 'module', path: module }, path };
    if (head === undefined) return own;
    const source = record.names.get(head);
    if (source?.kind === 'declared') return rest.length === 0 ? own : 'unknown';
    if (source === undefined && record.names.has(head)) return 'unknown';
    const key = `${module}\0${head}`;
    if (trail.has(key)) return undefined;
    const next = new Set(trail).add(key);
    if (source === undefined) return head === 'default' ? undefined : this.#starred(module, record.stars, path, next);
    const target = this.#context.resolve(module, source.specifier);
    return this.#target(target, source.imported === '*' ? rest : [source.imported, ...rest], next);
  }

  /** What `export = X` and `module.exports = X` make of a module object. */
  #wholeModule(module: string, facts: ModuleFacts, trail: Trail): Origin | undefined {
    const whole = moduleIndex(facts).exports.get('export=');
    const key = `${module}\0`;
    if (whole === undefined || trail.has(key)) return undefined;
    const next = new Set(trail).add(key);
    if (whole.local !== null) return this.#local(module, whole.local, [], next);
    return whole.value ? this.#value(module, whole.value, [], next) : undefined;
  }

  /** A name that leaves through `export *`: one declaration, or the same one on all ways. */
  #starred(module: string, stars: readonly string[], path: readonly string[], trail: Trail): Origin | undefined {
    const [head = ''] = path;
    const index = this.#starsOf(module, stars);
    const found: Origin[] = [];
    for (const target of index.exporting(head)) {
      const origin = this.#known(target, path, trail);
      if (origin) found.push(origin);
    }
    for (const target of index.modules) this.#through.add(target);
    const certain = found.filter((origin) => !this.#guessed.has(origin));
    if (certain.length > 0) return onlyOne(certain);
    const named = index.packages.find(
      (target) => target.kind === 'package' && this.#context.isKnownExport(target.name, head),
    );
    if (named) return normalisedOrigin(named, path);
    return found.length > 0 ? onlyOne(found) : this.#guess(index.packages[0], path);
  }

  /** A name that nothing else exports comes from a package that all is taken from, for all that is known. */
  #guess(source: ModuleTarget | undefined, path: readonly string[]): Origin | undefined {
    const origin = source && normalisedOrigin(source, path);
    if (origin) this.#guessed.add(origin);
    return origin;
  }

  #starsOf(module: string, stars: readonly string[]): StarIndex {
    let index = this.#stars.get(module);
    if (index === undefined) {
      index = starIndex(
        stars,
        (specifier) => this.#context.resolve(module, specifier),
        (target) => this.#context.exportsOf(target),
      );
      this.#stars.set(module, index);
    }
    return index;
  }

  /** Like `#exported`, but a module that cannot be read exports nothing. */
  #known(module: string, path: readonly string[], trail: Trail): Origin | undefined {
    const recorded = this.#recorded(module, path, trail);
    if (recorded !== 'unknown') return recorded;
    return this.#facts(module) === undefined ? undefined : this.#declared(module, path, trail);
  }

  #bound(module: string, { request, binding }: BoundName, rest: readonly string[], trail: Trail): Origin {
    const target = this.#context.resolve(module, request.specifier);
    const path = binding.imported === '*' ? rest : [binding.imported, ...rest];
    return this.#target(target, path, trail);
  }

  #target(target: ModuleTarget, path: readonly string[], trail: Trail): Origin {
    if (target.kind !== 'module') return normalisedOrigin(target, path);
    return this.#exported(target.path, path, trail) ?? { target, path };
  }

  #local(module: string, name: string, rest: readonly string[], trail: Trail): Origin {
    const own: Origin = { target: { kind: 'module', path: module }, path: [name, ...rest] };
    const facts = this.#facts(module);
    const key = `${module}\0local\0${name}\0${rest.join('\0')}`;
    if (facts === undefined || trail.has(key) || this.#isOwn(module, own.path)) return own;
    const next = new Set(trail).add(key);
    const index = moduleIndex(facts);
    const declarations = index.declarations.get(name) ?? [];
    for (const declaration of declarations) {
      const aliased = this.#aliased(module, facts, declaration, rest, next);
      if (aliased) return aliased;
    }
    const bound = declarations.length === 0 ? index.imports.get(name) : undefined;
    return bound ? this.#bound(module, bound, rest, next) : own;
  }

  /** What a declaration is only another name for. */
  #aliased(
    module: string,
    facts: ModuleFacts,
    declaration: Declaration,
    rest: readonly string[],
    trail: Trail,
  ): Origin | undefined {
    const { kind, name, type, value } = declaration;
    if (kind === 'variable' && value && !isReassigned(facts, declaration))
      return this.#value(module, value, rest, trail);
    if (kind === 'type' && type?.top.length === 1) {
      const [target] = type.top;
      if (target && type.text === [target.name, ...target.path].join('.'))
        return this.#name(module, target, rest, trail);
    }
    const [member, ...deeper] = rest;
    if (member === undefined) return undefined;
    if (kind === 'class')
      return this.#member(
        module,
        declaration.members.filter((field) => field.static),
        member,
        deeper,
        trail,
      );
    if (kind === 'namespace') {
      const inner = facts.declarations.find((candidate) => candidate.scope === name && candidate.name === member);
      return inner?.value ? this.#value(module, inner.value, deeper, trail) : undefined;
    }
    return undefined;
  }

  #value(module: string, value: ValueFact, rest: readonly string[], trail: Trail): Origin | undefined {
    if (value.kind === 'reference') return this.#name(module, value.target, rest, trail);
    if (value.kind === 'call') return this.#required(module, value, rest, trail);
    const [member, ...deeper] = rest;
    return value.kind === 'object' && member !== undefined
      ? this.#member(module, value.members, member, deeper, trail)
      : undefined;
  }

  /** `module.exports = require('m')`, `const m = require('m')`. */
  #required(module: string, value: ValueFact, rest: readonly string[], trail: Trail): Origin | undefined {
    const request = this.#facts(module)?.requests.find(
      ({ form, range }) => form === 'require' && range[0] === value.range[0] && range[1] === value.range[1],
    );
    return request && this.#target(this.#context.resolve(module, request.specifier), rest, trail);
  }

  #member(
    module: string,
    members: readonly Member[],
    name: string,
    rest: readonly string[],
    trail: Trail,
  ): Origin | undefined {
    const member = members.find((candidate) => candidate.name === name && candidate.kind !== 'setter');
    return member?.value ? this.#value(module, member.value, rest, trail) : undefined;
  }

  #isOwn(module: string, path: readonly string[]): boolean {
    const own = this.#context.ownSymbols(module);
    return own !== undefined && path.some((_, index) => own.has(path.slice(0, index + 1).join('.')));
  }

  #name(module: string, target: NameReference, rest: readonly string[], trail: Trail): Origin | undefined {
    const path = [...target.path, ...rest];
    if (target.origin === 'global') return globalOrigin([target.name, ...path]);
    if (target.origin === 'import' || target.origin === 'module') return this.#local(module, target.name, path, trail);
    return undefined;
  }
}

/** What a name comes from on all ways; `undefined` where they differ. */
function onlyOne([first, ...others]: readonly Origin[]): Origin | undefined {
  return first && others.every((other) => isSameOrigin(first, other)) ? first : undefined;
}

function isReassigned(facts: ModuleFacts, { binding, name }: Declaration): boolean {
  if (binding === 'const' || binding === 'using') return false;
  return facts.localUses[name]?.some(({ role, path }) => role === 'write' && path.length === 0) ?? false;
}
