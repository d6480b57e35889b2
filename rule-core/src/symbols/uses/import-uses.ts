import type { ResolvedConcern } from '../../config/resolved-config.js';
import type { Binding, Declaration, ModuleFacts, ModuleRequest, Range, Reference } from '../../source/facts.js';
import type { ConcernTargets, TargetMatch } from '../concern-targets.js';
import { declaredSymbol } from '../denotation.js';
import { moduleName } from '../module-name.js';
import type { Origin, Project } from '../project.js';
import type { ModuleTarget } from '../../resolution/module-target.js';
import { formOf } from './forms.js';
import { symbolText } from '../symbol-text.js';
import { isTypeReference, opensNothing } from './harmless.js';
import type { SymbolUse } from './symbol-use.js';

/** The uses of a concern's symbols that a module takes from other modules. */
export function importUses(facts: ModuleFacts, concern: ResolvedConcern, project: Project): SymbolUse[] {
  return facts.requests.flatMap((request) => new RequestReader(facts, request, concern, project).uses());
}

/** Reads one request; lives as long as that takes. */
class RequestReader {
  private readonly targets: ConcernTargets;

  constructor(
    private readonly facts: ModuleFacts,
    private readonly request: ModuleRequest,
    private readonly concern: ResolvedConcern,
    private readonly project: Project,
  ) {
    this.targets = project.targets(concern);
  }

  uses(): SymbolUse[] {
    const { specifier, opaque } = this.request;
    const bindings = this.request.bindings.filter(({ imported }) => this.project.asksFor(specifier, imported));
    if ((bindings.length === 0 && !opaque) || !this.isWorthFollowing()) {
      return [];
    }
    const uses = bindings.flatMap((binding) =>
      binding.imported === '*' ? this.ofModuleObject(binding) : this.ofName(binding),
    );
    if (this.request.opaque) {
      const use = this.ofModule();
      return use === undefined ? uses : [use, ...uses];
    }
    return uses;
  }

  /** Most modules and packages have nothing to do with the concern: their exports need not be followed. */
  private isWorthFollowing(): boolean {
    const target = this.project.resolve(this.facts.path, this.request.specifier);
    switch (target.kind) {
      case 'module':
        return this.project.passesOn(target.path);
      case 'package':
        return this.targets.mayContain({ target, path: [] }) !== undefined;
      case 'unresolved':
        return false;
    }
  }

  private origin(path: readonly string[]): Origin {
    return this.project.origin(this.facts.path, this.request.specifier, path);
  }

  private ofName(binding: Binding): SymbolUse[] {
    const origin = this.origin([binding.imported]);
    const match = this.targets.classify(origin);
    if (match !== undefined && this.isHandedOut(binding.imported, origin, match)) {
      return [];
    }
    if (match !== undefined) {
      const typeOnly = binding.typeOnly || this.isHarmless(binding.references, [binding.imported], match);
      return [this.bindingUse(binding, match, origin, typeOnly)];
    }
    // An object that holds a target (`export const api = { run: old }`), or a default export that stands for its module.
    return this.mayHold(origin) ? this.membersOf(binding, [binding.imported]) : [];
  }

  private ofModuleObject(binding: Binding): SymbolUse[] {
    const origin = this.origin([]);
    const whole = this.targets.classify(origin);
    if (whole !== undefined && binding.local !== null) {
      const typeOnly = binding.typeOnly || this.isHarmless(binding.references, [], whole);
      return [this.bindingUse(binding, whole, origin, typeOnly)];
    }
    if (binding.exported !== null) {
      const match = whole ?? this.targets.mayContain(origin);
      return match === undefined ? [] : [this.bindingUse(binding, match, origin, binding.typeOnly)];
    }
    return this.mayHold(origin) ? this.membersOf(binding, []) : [];
  }

  /** Whether members of a symbol that is no target itself can be one: most symbols have none, and need no second look. */
  private mayHold(origin: Origin): boolean {
    const { target, path } = origin;
    switch (target.kind) {
      case 'unresolved':
        return false;
      case 'package':
        return this.targets.mayContain({ target, path: [] }) !== undefined;
      case 'module': {
        // A method may be a target although its class is none.
        if (path.length > 0 && this.targets.mayContain(origin) !== undefined) {
          return true;
        }
        const declaration = path.length === 0 ? undefined : declaredSymbol(origin, this.project)?.declaration;
        return (
          declaration === undefined ||
          declaration.kind === 'namespace' ||
          this.targets.mayContain(origin) !== undefined ||
          declaration.members.some(({ value }) => value?.kind === 'reference' || value?.kind === 'object')
        );
      }
    }
  }

  /** `import 'm'`, `export * from 'm'`, `lazy(() => import('m'))`: the module as a whole. */
  private ofModule(): SymbolUse | undefined {
    const origin = this.origin([]);
    const whole = this.targets.classify(origin);
    const sideEffectOnly = this.request.form === 'import';
    const mocked = whole === undefined ? this.mockedTarget() : undefined;
    const match = whole ?? mocked?.match ?? this.targets.mayContain(origin);
    if (match === undefined || mocked === null || (whole === undefined && sideEffectOnly && match.kind === 'driver')) {
      return undefined;
    }
    const isStar = this.request.form === 'reexport';
    if (whole === undefined && (isStar ? this.isDefaultOnly(match) : this.isTypeOnlyTwin(match))) {
      return undefined;
    }
    return {
      match,
      form: formOf(this.request.form, this.request.typeOnly),
      range: this.request.specifierRange,
      scope: '',
      name: mocked?.name ?? nameOf(match) ?? this.request.specifier,
      origin,
      symbol: symbolText(origin),
      site: { kind: 'module', request: this.request },
    };
  }

  /** Of a mock, or one around the call, that is known to replace exports: the first target among them, `null` if none is. */
  private mockedTarget(): { readonly name: string; readonly match: TargetMatch } | null | undefined {
    const { form, range, specifier } = this.request;
    const around =
      form === 'mock'
        ? this.facts.requests.find(
            (other) =>
              other.mock !== null &&
              other.specifier === specifier &&
              other.range[0] <= range[0] &&
              other.range[1] >= range[1],
          )
        : undefined;
    for (const name of around?.mock?.replaced ?? []) {
      const match = this.targets.classify(this.origin([name]));
      if (match !== undefined) {
        return { name, match };
      }
    }
    return around?.mock?.replaced ? null : undefined;
  }

  private bindingUse(binding: Binding, match: TargetMatch, origin: Origin, typeOnly: boolean): SymbolUse {
    return {
      match,
      form: formOf(this.request.form, typeOnly),
      range: binding.range,
      scope: '',
      name: this.nameOfBinding(binding),
      origin,
      symbol: symbolText(origin),
      site: { kind: 'binding', request: this.request, binding },
    };
  }

  /** A default export has the name that its consumer gives it. */
  private nameOfBinding({ exported, imported, local }: Binding): string {
    switch (imported) {
      case 'default':
        return local ?? (exported === null || exported === 'default' ? this.request.specifier : exported);
      case '*':
        return local ?? this.request.specifier;
      default:
        return imported;
    }
  }

  /** Members read from an object that is no target itself; module-level aliases of the object are followed. */
  private membersOf(binding: Binding, prefix: readonly string[]): SymbolUse[] {
    const uses: SymbolUse[] = [];
    const seen = new Set<string>();
    const visit = (references: readonly Reference[]): void => {
      for (const reference of references) {
        const alias = reference.path.length === 0 ? this.aliasOf(reference.range) : undefined;
        if (alias !== undefined && !seen.has(alias)) {
          seen.add(alias);
          visit(this.facts.localUses[alias] ?? []);
        } else {
          const use = alias === undefined ? this.memberUse(binding, reference, prefix) : undefined;
          if (use !== undefined) {
            uses.push(use);
          }
        }
      }
    };
    visit(binding.references);
    return uses;
  }

  /** The module-level variable that holds exactly the reference at `range`: `const ids = ns`. */
  private aliasOf(range: Range): string | undefined {
    return this.facts.declarations.find(
      ({ scope, value }) =>
        scope === '' &&
        value?.kind === 'reference' &&
        value.target.range[0] === range[0] &&
        value.target.path.length === 0,
    )?.name;
  }

  private memberUse(binding: Binding, reference: Reference, prefix: readonly string[]): SymbolUse | undefined {
    for (let depth = 1; depth <= reference.path.length; depth++) {
      const origin = this.origin([...prefix, ...reference.path.slice(0, depth)]);
      const match = this.targets.classify(origin);
      if (match !== undefined && depth === 1 && this.isHandedOut(reference.path[0] ?? '', origin, match)) {
        return undefined;
      }
      if (match !== undefined && this.isAllowed([...prefix, ...reference.path], depth < reference.path.length)) {
        return undefined;
      }
      if (match !== undefined) {
        const typeOnly =
          isTypeReference(reference) || (match.kind === 'driver' && opensNothing(reference, depth, match.reference));
        return {
          match,
          form: formOf(this.request.form, typeOnly),
          range: reference.links[depth - 1] ?? reference.range,
          scope: reference.scope,
          name: nameOfMember(reference.path[depth - 1] ?? '', origin),
          origin,
          symbol: symbolText(origin),
          site: { kind: 'member', request: this.request, binding, reference, depth },
        };
      }
    }
    return reference.path.length === 0 && prefix.length === 0 ? this.escapingObject(binding, reference) : undefined;
  }

  /** Whether a member of a target is allowed: `mongoose.Types.ObjectId.isValid`. */
  private isAllowed(path: readonly string[], isMember: boolean): boolean {
    return isMember && this.targets.classify(this.origin(path)) === undefined;
  }

  /** A module object that goes where it cannot be followed: `register(ns)`. */
  private escapingObject(binding: Binding, reference: Reference): SymbolUse | undefined {
    const origin = this.origin([]);
    const match = this.targets.mayContain(origin);
    if (match === undefined || (this.isTypeOnlyTwin(match) && !isTypeReference(reference))) {
      return undefined;
    }
    return {
      match,
      form: formOf(this.request.form, isTypeReference(reference)),
      range: reference.range,
      scope: reference.scope,
      name: nameOf(match) ?? binding.local ?? this.request.specifier,
      origin,
      symbol: symbolText(origin),
      site: { kind: 'member', request: this.request, binding, reference, depth: 0 },
    };
  }

  /**
   * Whether the canonical itself hands it out: under the name that consumers are to use (`export const http = axios`), a part
   * of its driver under a name of its own (`export const interceptors = axios.interceptors`), or anything of its driver where
   * the module as a whole is canonical. A re-export of the driver beside a canonical that is one symbol is no such thing.
   */
  private isHandedOut(name: string, { path, target }: Origin, match: TargetMatch): boolean {
    const asked = this.project.resolve(this.facts.path, this.request.specifier);
    if (
      match.kind === 'removed' ||
      asked.kind !== 'module' ||
      !this.project.leadsTo(asked.path, this.targets.canonicalModules)
    ) {
      return false;
    }
    if (this.isCanonicalName(name, { path, target }, match)) {
      return true;
    }
    const isWhole = this.concern.canonical.some(({ exportPath }) => exportPath.length === 0);
    const isPart = path.length > Math.max(1, match.reference.exportPath.length);
    return (
      match.kind === 'driver' &&
      this.targets.canonicalModules.some((module) => {
        const facts = this.project.facts(module);
        return (
          (isPart && facts?.declarations.some((one) => isExportedVariable(one, name)) === true) ||
          (isWhole && facts !== undefined && (exportsName(facts, name) || this.passesAllOf(target, facts)))
        );
      })
    );
  }

  /** Whether the concern names this export of the canonical: as the canonical itself, or as what replaces the symbol. */
  private isCanonicalName(
    name: string,
    origin: Origin,
    match: Exclude<TargetMatch, { readonly kind: 'removed' }>,
  ): boolean {
    const isNamed =
      this.concern.canonical.some(({ exportPath }) => exportPath[0] === name) ||
      (match.kind === 'twin' && match.replacement.to.root === name);
    const root = isNamed ? this.targets.rootExport(name) : undefined;
    // A twin may have the name of what replaces it, and use that.
    return root !== undefined && (match.kind === 'driver' || symbolText(root.origin) === symbolText(origin));
  }

  /** Whether a module has an `export *` from a package. */
  private passesAllOf(source: ModuleTarget, { path, requests }: ModuleFacts): boolean {
    return (
      source.kind === 'package' &&
      requests.some(({ form, bindings, opaque, specifier }) => {
        const target =
          form === 'reexport' && opaque && bindings.length === 0 ? this.project.resolve(path, specifier) : null;
        return target?.kind === 'package' && target.name === source.name;
      })
    );
  }

  /** An interface or type alias cannot be reached through a module object at run time. */
  private isTypeOnlyTwin(match: TargetMatch): boolean {
    return (
      match.kind === 'twin' &&
      this.targets.twinDeclarations.some(
        ({ replacement, declaration }) =>
          replacement === match.replacement && (declaration.kind === 'interface' || declaration.kind === 'type'),
      )
    );
  }

  /** `export *` leaves the default export behind. */
  private isDefaultOnly(match: TargetMatch): boolean {
    const twins = this.targets.twinDeclarations.filter(
      ({ replacement }) => match.kind === 'twin' && replacement === match.replacement,
    );
    return (
      twins.length > 0 && twins.every(({ declaration }) => declaration.exportedAs.every((name) => name === 'default'))
    );
  }

  /** Whether every reference to a driver opens nothing, or reads a member that is allowed. An unused import is no such thing. */
  private isHarmless(references: readonly Reference[], path: readonly string[], match: TargetMatch): boolean {
    return (
      match.kind === 'driver' &&
      references.length > 0 &&
      references.every(
        (reference) =>
          opensNothing(reference, 0, match.reference) ||
          (reference.path.length > 0 && this.targets.classify(this.origin([...path, ...reference.path])) === undefined),
      )
    );
  }
}

/** The name of a twin that is taken with its module; `undefined` where it has none of its own. */
function nameOf(match: TargetMatch): string | undefined {
  const name = match.kind === 'twin' ? match.reference.exportPath.at(-1) : undefined;
  return name === 'default' ? undefined : name;
}

/** The name of a member of a module object; a default export goes by its own name, or by that of its module. */
function nameOfMember(name: string, { path, target }: Origin): string {
  if (name !== 'default' || target.kind !== 'module') {
    return name;
  }
  const [declared = name] = path;
  return declared === 'default' ? moduleName(target.path) : declared;
}

function isExportedVariable({ kind, scope, exportedAs }: Declaration, name: string): boolean {
  return kind === 'variable' && scope === '' && exportedAs.includes(name);
}

function exportsName({ exports, requests }: ModuleFacts, name: string): boolean {
  return (
    exports.some(({ exported }) => exported === name) ||
    requests.some(({ form, bindings }) => form === 'reexport' && bindings.some(({ exported }) => exported === name))
  );
}
