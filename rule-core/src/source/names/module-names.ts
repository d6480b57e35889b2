import type { Scope, ScopeManager, ScopeVariable } from '@typescript-eslint/scope-manager';
import type { NameReference, Reference } from '../facts.js';
import type { ParsedModule } from '../parsed-module.js';
import { scopeAnalysis } from '../scopes.js';
import { Kind, type Node } from '../tree/kinds.js';
import { variableAt } from './scope-lookup.js';

/** A name whose uses are recorded. All its uses share this one object. */
export interface Name {
  readonly name: string;
  /**
   * `module`: declared at module level. `global`: declared by no scope. `followed`: declared in an inner scope, and holds
   * another module or a part of one.
   */
  readonly kind: 'module' | 'global' | 'followed';
  /** It holds another module or a part of one. */
  imported: boolean;
  readonly references: Reference[];
}

/** Names that are values of the language, written as identifiers; `const` is the one of `as const`. */
const NO_GLOBALS: ReadonlySet<string> = new Set(['undefined', 'const']);

/**
 * Which identifiers of a module use a name that is worth recording: scope analysis decides, never the name alone. An
 * identifier is known by its offset, so that trees of any parser will do.
 */
export class ModuleNames {
  readonly moduleLevel = new Map<string, Name>();
  readonly globals = new Map<string, Name>();
  /** Uses that stand before the place from which on their name is followed. */
  readonly missed = new Set<number>();
  private readonly byOffset = new Map<number, Name>();
  /** 1 at the offsets in `byOffset`: most identifiers are not in it, and a byte is quicker than a map. */
  private readonly marks: Uint8Array;
  private readonly followed = new Map<ScopeVariable, Name>();
  private readonly scopeManager: ScopeManager;
  private readonly globalScope: Scope | null;
  private jsxIsTracked: boolean | undefined;

  constructor({ scopeManager, text }: ParsedModule) {
    this.marks = new Uint8Array(text.length + 1);
    this.scopeManager = scopeManager;
    this.globalScope = scopeManager.globalScope ?? scopeManager.scopes[0] ?? null;
    if (this.globalScope !== null) {
      this.readModuleScopes(this.globalScope);
    }
  }

  /** The name that is used at `offset`; `undefined` where none is, or one that is not recorded. */
  at(offset: number): Name | undefined {
    return this.marks[offset] === 1 ? this.byOffset.get(offset) : undefined;
  }

  /** The name that a JSX element's name starts with. ESLint 9's own scope analysis does not know it as a reference. */
  atJsx(offset: number, name: string): Name | undefined {
    const known = this.byOffset.get(offset);
    if (known !== undefined || this.tracksJsx()) {
      return known;
    }
    const variable = variableAt(this.globalScope, offset, name);
    const found = variable === undefined ? this.global(name) : this.ofVariable(variable);
    this.add(offset, found);
    return found;
  }

  /** What a name in a {@link NameReference} is, by the offset of its identifier. */
  originAt(offset: number): NameReference['origin'] {
    const name = this.byOffset.get(offset);
    if (name === undefined) {
      return 'local';
    }
    return name.imported ? 'import' : name.kind === 'global' ? 'global' : 'module';
  }

  /**
   * From now on, records the uses of a variable of any scope that holds another module or a part of one.
   *
   * @param declaring The declarator or function that declares it.
   */
  follow(declaring: Node, name: string): Name | undefined {
    const variable = this.scopeManager.getDeclaredVariables(declaring).find((declared) => declared.name === name);
    return variable === undefined ? undefined : this.followVariable(variable, declaring.range[0]);
  }

  /**
   * The same for the variable that is assigned to at `offset`.
   *
   * @param from The end of what the assignment writes to: the walk has been there.
   */
  followAssigned(offset: number, name: string, from: number): Name | undefined {
    const variable = variableAt(this.globalScope, offset, name);
    return variable === undefined || variable.defs.length === 0 ? undefined : this.followVariable(variable, from);
  }

  /** The offsets at which the variables of a declarator are used. */
  usesOf(declaring: Node): number[] {
    return this.scopeManager
      .getDeclaredVariables(declaring)
      .flatMap(({ references }) => references.map(({ identifier }) => identifier.range[0]));
  }

  /** All names whose uses were recorded under a name of this module. */
  *local(): Iterable<Name> {
    yield* this.moduleLevel.values();
    yield* this.followed.values();
  }

  /** Every name that any scope declares. */
  declaredNames(): Set<string> {
    const names = new Set<string>();
    for (const { variables } of this.scopeManager.scopes) {
      for (const { name, defs } of variables) {
        if (defs.length > 0) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** The module-level names that an inner scope declares again. */
  shadowedNames(): Set<string> {
    const names = new Set<string>();
    for (const { block, variables } of this.scopeManager.scopes) {
      if (block.type === Kind.Program) {
        continue;
      }
      for (const { name, defs } of variables) {
        // Inside a class or a named function its own name is a second variable, but no other thing.
        if (defs.some(({ name: declared }) => !isOwnName(declared, block)) && this.moduleLevel.has(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private readModuleScopes(globalScope: Scope): void {
    this.readModuleScope(globalScope);
    for (const child of globalScope.childScopes) {
      // Modules have a scope of their own, CommonJS modules the one of the function around them.
      if (child.block.type === Kind.Program) {
        this.readModuleScope(child);
      }
    }
    for (const { identifier, resolved } of globalScope.through) {
      if (resolved === null || resolved.defs.length === 0) {
        this.add(identifier.range[0], this.unresolved(globalScope, identifier.name));
      }
    }
  }

  private readModuleScope(scope: Scope): void {
    for (const variable of scope.variables) {
      // A host may declare a thousand globals that the module never uses.
      if (variable.defs.length === 0 && variable.references.length === 0) {
        continue;
      }
      const name = variable.defs.length > 0 ? this.moduleName(variable) : this.global(variable.name);
      this.addUses(variable, name);
      for (const { node } of variable.defs) {
        if (node.type === Kind.ClassDeclaration) {
          // Inside a class its own name is a second variable.
          this.addUses(this.scopeManager.acquire(node)?.set.get(variable.name), name);
        }
      }
    }
  }

  private moduleName({ name, defs }: ScopeVariable): Name {
    const known = this.moduleLevel.get(name);
    if (known !== undefined) {
      return known;
    }
    const imported = defs.some(isImport);
    const created: Name = { name, kind: 'module', imported, references: [] };
    this.moduleLevel.set(name, created);
    return created;
  }

  /** Scripts leave the uses of their own top-level names to the global scope. */
  private unresolved(globalScope: Scope, name: string): Name | undefined {
    const variable = globalScope.set.get(name);
    return variable !== undefined && variable.defs.length > 0 ? this.moduleName(variable) : this.global(name);
  }

  private global(name: string): Name | undefined {
    if (NO_GLOBALS.has(name)) {
      return undefined;
    }
    const known = this.globals.get(name);
    if (known !== undefined) {
      return known;
    }
    const created: Name = { name, kind: 'global', imported: false, references: [] };
    this.globals.set(name, created);
    return created;
  }

  private addUses(variable: ScopeVariable | undefined, name: Name | undefined): void {
    if (variable === undefined || name === undefined) {
      return;
    }
    for (const { identifier } of variable.references) {
      // The initialiser of a declaration writes to its name, and a JSX pragma reads it there: neither is a use.
      if (!isDeclaring(variable, identifier)) {
        this.add(identifier.range[0], name);
      }
    }
  }

  private add(offset: number, name: Name | undefined): void {
    if (name !== undefined) {
      this.byOffset.set(offset, name);
      this.marks[offset] = 1;
    }
  }

  private ofVariable(variable: ScopeVariable): Name | undefined {
    const { scope } = variable;
    if (scope.block.type === Kind.Program) {
      return variable.defs.length > 0 ? this.moduleName(variable) : this.global(variable.name);
    }
    return this.followed.get(variable);
  }

  private followVariable(variable: ScopeVariable, from: number): Name {
    let name = this.ofVariable(variable);
    if (name === undefined) {
      name = { name: variable.name, kind: 'followed', imported: true, references: [] };
      this.followed.set(variable, name);
      this.addUses(variable, name);
      for (const { identifier } of variable.references) {
        if (!isDeclaring(variable, identifier) && identifier.range[0] < from) {
          this.missed.add(identifier.range[0]);
        }
      }
    }
    name.imported = true;
    return name;
  }

  private tracksJsx(): boolean {
    this.jsxIsTracked ??= this.scopeManager.scopes.some(({ references }) =>
      references.some(({ identifier }) => identifier.type === Kind.JSXIdentifier),
    );
    return this.jsxIsTracked;
  }
}

/** `import x = a.b` is an alias inside the module. */
function isImport({ type, node }: ScopeVariable['defs'][number]): boolean {
  return (
    type === scopeAnalysis().DefinitionType.ImportBinding &&
    (node.type !== Kind.TSImportEqualsDeclaration || node.moduleReference.type === Kind.TSExternalModuleReference)
  );
}

function isDeclaring({ identifiers }: ScopeVariable, identifier: Node): boolean {
  return identifiers.some((declaring) => declaring === identifier);
}

function isOwnName(declared: Node, block: Node): boolean {
  const isNamed =
    block.type === Kind.ClassDeclaration ||
    block.type === Kind.ClassExpression ||
    block.type === Kind.FunctionExpression;
  return isNamed && block.id === declared;
}
