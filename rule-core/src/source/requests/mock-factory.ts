import type { TSESTree } from '@typescript-eslint/types';
import type { ModuleMock } from '../facts.js';
import { detached } from '../tree/copied-text.js';
import { Kind, type FunctionNode, type Node } from '../tree/kinds.js';
import { keyName, memberName, staticString } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';

/** Nothing is known: an automatic mock, a factory that is declared elsewhere, an object that is put together in steps. */
const UNKNOWN: ModuleMock = { replaced: null, keepsOthers: false };

const ACTUAL: ReadonlySet<string | null> = new Set(['requireActual', 'importActual']);

/**
 * What a call puts in the place of the module `specifier`: the keys of the object that its factory gives back, and whether
 * the module itself is spread into it.
 */
export function mockOfCall({ arguments: [, given] }: TSESTree.CallExpression, specifier: string): ModuleMock {
  const value = given && unwrapped(given);
  switch (value?.type) {
    case Kind.ArrowFunctionExpression:
    case Kind.FunctionExpression:
      return new MockFactory(value, specifier).result() ?? UNKNOWN;
    case Kind.ObjectExpression: {
      // `mock.module('m', { namedExports: { a } })` of `node:test`.
      const named = value.properties.find(isNamedExports);
      return (named && new MockFactory(null, specifier).of(named.value)) ?? UNKNOWN;
    }
    default:
      return UNKNOWN;
  }
}

function isNamedExports(property: TSESTree.ObjectLiteralElement): property is TSESTree.Property {
  return property.type === Kind.Property && keyName(property.key, property.computed) === 'namedExports';
}

/** Reads the object that one factory gives back. */
class MockFactory {
  readonly #factory: FunctionNode | null;
  readonly #specifier: string;
  /** What the variables of the factory hold. */
  readonly #locals = new Map<string, Node>();

  constructor(factory: FunctionNode | null, specifier: string) {
    this.#factory = factory;
    this.#specifier = specifier;
  }

  /** `undefined` where that cannot be told. */
  result(): ModuleMock | undefined {
    const body = this.#factory?.body;
    if (body?.type !== Kind.BlockStatement) {
      return body ? this.of(body) : undefined;
    }
    for (const statement of body.body) {
      if (statement.type === Kind.ReturnStatement) {
        return statement.argument === null ? undefined : this.of(statement.argument);
      }
      // Any other statement may change the object.
      if (statement.type !== Kind.VariableDeclaration) {
        return undefined;
      }
      for (const { id, init } of statement.declarations) {
        if (id.type === Kind.Identifier && init !== null) {
          this.#locals.set(id.name, init);
        }
      }
    }
    return undefined;
  }

  of(expression: Node): ModuleMock | undefined {
    const node = valueOf(expression);
    switch (node.type) {
      case Kind.ObjectExpression:
        return merged(node.properties.map((property) => this.#ofProperty(property)));
      case Kind.Identifier:
        return this.#ofLocal(node.name);
      case Kind.CallExpression:
        return this.#ofCall(node);
      default:
        return undefined;
    }
  }

  #ofProperty(property: TSESTree.ObjectLiteralElement): ModuleMock | undefined {
    if (property.type === Kind.SpreadElement) {
      return this.of(property.argument);
    }
    const name = keyName(property.key, property.computed);
    return name === null ? undefined : { replaced: name === '__esModule' ? [] : [detached(name)], keepsOthers: false };
  }

  #ofLocal(name: string): ModuleMock | undefined {
    const value = this.#locals.get(name);
    // A variable that is declared in terms of itself does not compile, but parses.
    this.#locals.delete(name);
    const mock = value && this.of(value);
    if (value !== undefined) {
      this.#locals.set(name, value);
    }
    return mock;
  }

  #ofCall(call: TSESTree.CallExpression): ModuleMock | undefined {
    const callee = unwrapped(call.callee);
    if (callee.type === Kind.Identifier) {
      return this.#isOriginal(callee.name) ? { replaced: [], keepsOthers: true } : undefined;
    }
    if (callee.type !== Kind.MemberExpression) {
      return undefined;
    }
    if (memberName(callee) === 'assign' && callee.object.type === Kind.Identifier && callee.object.name === 'Object') {
      return merged(call.arguments.map((argument) => this.of(argument)));
    }
    const isActual = ACTUAL.has(memberName(callee)) && specifierOf(call.arguments[0]) === this.#specifier;
    return isActual ? { replaced: [], keepsOthers: true } : undefined;
  }

  /** The `importOriginal` that a factory is given. */
  #isOriginal(name: string): boolean {
    const parameter = this.#factory?.params[0];
    return parameter?.type === Kind.Identifier && parameter.name === name;
  }
}

/** What is behind types and `await`. */
function valueOf(expression: Node): Node {
  const node = unwrapped(expression);
  return node.type === Kind.AwaitExpression ? valueOf(node.argument) : node;
}

function specifierOf(argument: Node | undefined): string | null {
  return staticString(argument?.type === Kind.ImportExpression ? argument.source : argument);
}

function merged(parts: readonly (ModuleMock | undefined)[]): ModuleMock | undefined {
  let keepsOthers = false;
  const replaced: string[] = [];
  for (const part of parts) {
    if (!part?.replaced) {
      return undefined;
    }
    keepsOthers ||= part.keepsOthers;
    replaced.push(...part.replaced);
  }
  return { replaced, keepsOthers };
}
