import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import { Kind, type Node } from '../tree/kinds.js';
import { memberName, specifierName, staticString } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';

const MODULE_SPECIFIERS: ReadonlySet<string | null> = new Set(['module', 'node:module']);

/** Knows which calls load a module: `require`, and what `createRequire` of `node:module` makes. */
export class RequireLike {
  private readonly context: ExtractionContext;
  /** Local names of `createRequire`. */
  private readonly creators = new Set<string>();
  /** Local names of the module that exports it. */
  private readonly namespaces = new Set<string>();
  /** Where a variable is used that holds a `require` made by `createRequire`. */
  private readonly made = new Set<number>();

  constructor(context: ExtractionContext) {
    this.context = context;
    for (const statement of context.module.program.body) {
      if (statement.type === Kind.ImportDeclaration && MODULE_SPECIFIERS.has(staticString(statement.source))) {
        this.readImport(statement);
      }
    }
    for (const statement of context.module.program.body) {
      const declaration = statement.type === Kind.ExportNamedDeclaration ? statement.declaration : statement;
      if (declaration?.type === Kind.VariableDeclaration) {
        // Before the walk: a function above may use the variable.
        declaration.declarations.forEach((declarator) => {
          this.noteDeclarator(declarator);
        });
      }
    }
  }

  /** Takes note of `const req = createRequire(…)` and `const { createRequire } = require('module')`. */
  noteDeclarator(declarator: TSESTree.VariableDeclarator): void {
    if (declarator.init === null) {
      return;
    }
    const value = unwrapped(declarator.init);
    if (this.isCreation(value)) {
      for (const offset of this.context.names.usesOf(declarator)) {
        this.made.add(offset);
      }
    } else if (value.type === Kind.CallExpression && this.loads(value) && isModuleModule(value)) {
      this.readTarget(declarator.id);
    } else if (value.type === Kind.MemberExpression && memberName(value) === 'createRequire') {
      const object = unwrapped(value.object);
      if (object.type === Kind.CallExpression && this.loads(object) && isModuleModule(object)) {
        addIdentifier(this.creators, declarator.id);
      }
    }
  }

  /** Whether a call's callee loads modules. */
  loads({ callee }: TSESTree.CallExpression): boolean {
    const node = unwrapped(callee);
    if (node.type === Kind.Identifier) {
      const offset = node.range[0];
      return this.made.has(offset) || (node.name === 'require' && this.context.names.at(offset)?.kind === 'global');
    }
    return this.isCreation(node);
  }

  /** `createRequire(…)`. */
  private isCreation(node: Node): boolean {
    if (node.type !== Kind.CallExpression) {
      return false;
    }
    const callee = unwrapped(node.callee);
    if (callee.type === Kind.Identifier) {
      return this.creators.has(callee.name) && this.isModuleLevel(callee);
    }
    if (callee.type !== Kind.MemberExpression || memberName(callee) !== 'createRequire') {
      return false;
    }
    const object = unwrapped(callee.object);
    if (object.type === Kind.Identifier) {
      return this.namespaces.has(object.name) && this.isModuleLevel(object);
    }
    return object.type === Kind.CallExpression && this.loads(object) && isModuleModule(object);
  }

  private isModuleLevel({ range }: Node): boolean {
    const kind = this.context.names.at(range[0])?.kind;
    return kind === 'module' || kind === 'followed';
  }

  private readImport({ specifiers }: TSESTree.ImportDeclaration): void {
    for (const specifier of specifiers) {
      if (specifier.type !== Kind.ImportSpecifier || specifierName(specifier.imported) === 'default') {
        this.namespaces.add(specifier.local.name);
      } else if (specifierName(specifier.imported) === 'createRequire') {
        this.creators.add(specifier.local.name);
      }
    }
  }

  private readTarget(target: Node): void {
    addIdentifier(this.namespaces, target);
    if (target.type === Kind.ObjectPattern) {
      for (const property of target.properties) {
        if (
          property.type === Kind.Property &&
          property.key.type === Kind.Identifier &&
          property.key.name === 'createRequire'
        ) {
          addIdentifier(this.creators, property.value);
        }
      }
    }
  }
}

function addIdentifier(names: Set<string>, node: Node): void {
  if (node.type === Kind.Identifier) {
    names.add(node.name);
  }
}

function isModuleModule(call: TSESTree.CallExpression): boolean {
  return MODULE_SPECIFIERS.has(staticString(call.arguments[0]));
}
