/**
 * What the checks know of a module: plain, serialisable records. Offsets are UTF-16 code units into the text without its
 * byte order mark; a range is `[start, end)`.
 */

/** `[start, end)` in UTF-16 code units. */
export type Range = readonly [start: number, end: number];

export interface ModuleFacts {
  /** Relative to the workspace root, `/`-separated, with extension. */
  readonly path: string;
  /** The module's first token, or `[0, 0]` in an empty file. A hashbang is a comment, not a token. */
  readonly firstToken: Range;
  readonly requests: readonly ModuleRequest[];
  readonly exports: readonly ExportFact[];
  /**
   * Classes, functions, variables and types: all at module level and in namespaces, and classes at any depth. A variable
   * that holds another module or a part of one (`const a = require('m')`) is a binding of that request instead. The alias
   * `import a = b.c` is a variable.
   */
  readonly declarations: readonly Declaration[];
  /** Uses of names that no scope of the module declares. */
  readonly globals: readonly GlobalUse[];
  /**
   * Uses of names declared at module level, by that name: declarations and imports alike, so that an alias such as
   * `const f = old` can be followed. Imports have theirs on the binding, too.
   */
  readonly localUses: Readonly<Record<string, readonly Reference[]>>;
  /**
   * Assignments to module-level names, to members of `this` class, to static fields and to members of the global object:
   * `x = …`, `x ??= …`, `A.instance = …`, `globalThis.x = …`.
   */
  readonly assignments: readonly AssignmentFact[];
  /** Every name that any scope of the module declares, and every global it names, sorted: a new name must not be one of them. */
  readonly names: readonly string[];
  /** Module-level names that an inner scope declares again, sorted: there they mean something else. */
  readonly shadowed: readonly string[];
  /** Every property name that is read with `.name`, `['name']` or destructuring anywhere in the module, sorted. */
  readonly members: readonly string[];
  readonly comments: readonly Range[];
  /** Comments that switch rules off and on, in source order. */
  readonly suppressions: readonly Suppression[];
  /** Texts made of what differs from run to run, or of several parts, and the names they are given. */
  readonly textFlows: readonly TextFlow[];
  /** Calls that take a text apart by its form, where its name or type speaks of an ID. */
  readonly textReads: readonly TextRead[];
  /** Calls of members on objects, in source order: `this.bridge.send(x)`. Not of private members. */
  readonly memberCalls: readonly MemberCall[];
  /** Members that are taken out of objects by destructuring, in source order, where anything is known of the object. */
  readonly takenMembers: readonly TakenMembers[];
  /** What fields of classes hold: initialisers and assignments to `this.x`, where anything is known of the value. */
  readonly fieldValues: readonly FieldValue[];
  /** Classes, objects, factories and functions of which at least one member only hands its calls on. */
  readonly wrappers: readonly Wrapper[];
  /** The texts of string literals that could be names (of events, of keys), and the keys of types of events, sorted. */
  readonly nameStrings: readonly string[];
}

/** `eslint-disable`, `eslint-enable`, `eslint-disable-line` and `eslint-disable-next-line`, as ESLint reads them. */
export interface Suppression {
  /** `off` is `/* eslint rule: off *\/`: for the whole file, wherever it stands. */
  readonly kind: 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'off';
  /** The comment. */
  readonly range: Range;
  /** Rules as they are written, plugins' prefixes included; `[]` for all rules. */
  readonly rules: readonly string[];
  /** What follows `--`, or `''`. */
  readonly reason: string;
}

/** `x = …`, `x ??= …`, `x ||= …`, as a statement or an expression. */
export interface AssignmentFact {
  readonly range: Range;
  readonly target: NameReference;
  readonly value: ValueFact;
  /** The declarations around it, joined with `.`. */
  readonly scope: string;
}

/** How a module asks for another one. */
export type RequestForm =
  | 'import' // import … from 'm', import 'm'
  | 'reexport' // export … from 'm'
  | 'import-equals' // import x = require('m')
  | 'require' // require('m'), createRequire(…)('m')
  | 'dynamic-import' // import('m')
  | 'import-type' // import('m').X in a type position, typeof import('m')
  | 'jsdoc' // {import('m').X} and @import in a JavaScript file
  | 'mock'; // vi.mock('m'), jest.requireActual('m'), …

/** One statement or expression that names a module. */
export interface ModuleRequest {
  readonly form: RequestForm;
  /** The whole statement for `import`, `reexport` and `import-equals`; otherwise the call or type. */
  readonly range: Range;
  readonly specifier: string;
  /** The specifier with its quotes. */
  readonly specifierRange: Range;
  /** `import type …`, `export type …`. */
  readonly typeOnly: boolean;
  /** `true` if it runs while the module loads: not inside a function. Types run never. */
  readonly atLoad: boolean;
  /** `{` to `}` of the named bindings, or `null`. */
  readonly braces: Range | null;
  readonly bindings: readonly Binding[];
  /**
   * `true` if the module object as a whole goes where it cannot be followed: `import 'm'`, `export * from 'm'`,
   * `foo(require('m'))`, `lazy(() => import('m'))`, `vi.mock('m')`.
   */
  readonly opaque: boolean;
  /** What `vi.mock('m', …)` and its relatives put in the module's place; `null` for any other request. */
  readonly mock: ModuleMock | null;
}

/** What a mock by path puts in the place of a module. */
export interface ModuleMock {
  /** The exports that it replaces, or `null` where that cannot be told. */
  readonly replaced: readonly string[] | null;
  /** Whether all other exports stay what they are; otherwise there are no others. */
  readonly keepsOthers: boolean;
}

/** One name that a request takes from the other module. */
export interface Binding {
  /** The exported name; `'default'`; or `'*'` for the module object (namespace, `require`, `import()`, `export * as`). */
  readonly imported: string;
  /** The local name, or `null` where it has none (`export … from`, `require('m').a`, `import('m').X`). */
  readonly local: string | null;
  /** For a re-export the name under which it leaves; otherwise `null`. */
  readonly exported: string | null;
  /**
   * The whole specifier: `type a as b`, `* as ns`, `a: b` in a destructuring; the member chain for `require('m').a`, also
   * where a variable holds it.
   */
  readonly range: Range;
  /** The local name alone (for a re-export, the exported name alone), or `range` where there is none. */
  readonly nameRange: Range;
  /** Inline `type`, or the whole statement's. */
  readonly typeOnly: boolean;
  /**
   * Uses of the local name. Where it has none, uses of what the binding takes: for `require('m').a.b()` one `call` with the
   * path `['b']`. Paths start behind `imported`. For a re-export none.
   */
  readonly references: readonly Reference[];
}

/**
 * What a reference is used for. It describes the end of the member chain: `ns.old(x)` is a `call` with the path `['old']`,
 * `<ns.Old />` is `jsx`, `value` is any other read.
 */
export type ReferenceRole =
  | 'call'
  | 'new'
  | 'extends' // class A extends X
  | 'implements' // class A implements X, interface A extends X
  | 'jsx'
  | 'decorator'
  | 'type' // a type annotation, a type argument
  | 'typeof' // typeof X, in a type position or as an operator
  | 'instanceof'
  | 'tag' // X`…`
  | 'export' // export { X }, export default X, export = X
  | 'write' // X = …, X++
  | 'value';

export interface Reference {
  /** The name that the chain starts with. */
  readonly range: Range;
  /** The members read from it: `['old']` for `ns.old` and `ns['old']`; stops at a member that is computed at run time. */
  readonly path: readonly string[];
  /** `links[i]` is the range of the chain up to and including `path[i]`. */
  readonly links: readonly Range[];
  readonly role: ReferenceRole;
  /** For `call`, `new`, `decorator` with arguments, and `tag`. */
  readonly call: CallSite | null;
  /** `{ old }`: replacing it needs the key written out. */
  readonly shorthand: boolean;
  /** For `export { X as y }`: the exported name, `'default'` or `'export='`; otherwise `null`. */
  readonly exportedAs: string | null;
  /** The name range of the closing tag of a JSX element, or `null`. */
  readonly closing: Range | null;
  /** The declarations around it, outermost first, joined with `.`: `UserService.start`; `''` at module level. */
  readonly scope: string;
  /** `true` if it runs while the module loads: not inside a function, not in an instance field. */
  readonly atLoad: boolean;
}

export interface CallSite {
  /** The whole call or `new` expression. */
  readonly range: Range;
  readonly arguments: readonly Range[];
  readonly spread: boolean;
  /** `<T>(…)`. */
  readonly typeArguments: Range | null;
  /** `await f()`. */
  readonly awaited: boolean;
  /** `f?.()` or a `?.` in the chain. */
  readonly optional: boolean;
}

/** A name that no scope of the module declares. */
export interface GlobalUse {
  readonly name: string;
  readonly reference: Reference;
  /**
   * For `const { randomUUID: id } = crypto`: one entry each, as though each were read as a member; their `reference` has
   * the path with that member and the range of the property.
   */
  readonly destructured: boolean;
}

/** One name that leaves the module. Re-exports from another module are bindings of their request, not repeated here. */
export interface ExportFact {
  /** `'default'`, `'export='`, or the name. */
  readonly exported: string;
  /** The module-level name behind it, or `null` for `export default <expression>`. */
  readonly local: string | null;
  readonly typeOnly: boolean;
  readonly range: Range;
  readonly nameRange: Range;
  /** For `export default <expression>` and `export = <expression>`: what it is. */
  readonly value: ValueFact | null;
  /** The same: how to call it, where it is a function without a name. */
  readonly signature: Signature | null;
}

export type DeclarationKind = 'class' | 'function' | 'variable' | 'interface' | 'type' | 'enum' | 'namespace';

export interface Declaration {
  readonly kind: DeclarationKind;
  /**
   * `''` for an anonymous class or function. `const A = class {…}` is two declarations: the variable `A`, and in the scope
   * `A` a class with its own name or none.
   */
  readonly name: string;
  /** The whole declaration: the statement, or one declarator of a variable statement. */
  readonly range: Range;
  /** The name, or the `class` or `function` keyword where it has none. */
  readonly nameRange: Range;
  /** The declarations around it: `''` at module level. */
  readonly scope: string;
  /** `export` in front of it, `export default`, or a later `export { name }`: the names under which it leaves. */
  readonly exportedAs: readonly string[];
  /** `declare`, or a declaration in a `.d.ts` file or an ambient namespace. */
  readonly ambient: boolean;
  /** A class's `abstract`. */
  readonly abstract: boolean;
  /** For a variable: `const`, `let`, `var` or `using`. */
  readonly binding: 'const' | 'let' | 'var' | 'using' | null;
  /** For functions and variables that hold one. With overloads: the implementation's, and `overloads` counts them. */
  readonly signature: Signature | null;
  readonly overloads: number;
  /** For classes and interfaces: what they extend. Of `Mixin(Base)` it is `Base`. */
  readonly extends: readonly NameReference[];
  readonly implements: readonly NameReference[];
  /** For classes, interfaces, object types, and variables that hold an object literal. */
  readonly members: readonly Member[];
  /** For variables: the annotation. For type aliases: the type. */
  readonly type: TypeFact | null;
  /** For variables: the initialiser. */
  readonly value: ValueFact | null;
  readonly decorated: boolean;
}

export type MemberKind = 'constructor' | 'method' | 'field' | 'getter' | 'setter' | 'index';

export interface Member {
  readonly kind: MemberKind;
  /** `''` where it is computed at run time; private names keep their `#`. */
  readonly name: string;
  readonly range: Range;
  readonly nameRange: Range;
  readonly static: boolean;
  readonly visibility: 'public' | 'protected' | 'private';
  readonly optional: boolean;
  readonly readonly: boolean;
  readonly decorated: boolean;
  /** For methods, constructors, and fields that hold a function. */
  readonly signature: Signature | null;
  readonly type: TypeFact | null;
  readonly value: ValueFact | null;
}

export interface Signature {
  readonly parameters: readonly Parameter[];
  readonly async: boolean;
  readonly generator: boolean;
  /** The text of the type parameters, or `null`. */
  readonly typeParameters: string | null;
  readonly returns: TypeFact | null;
  /** `true` if its body names `this` or `super` outside nested functions; arrow functions have the `this` around them. */
  readonly usesThis: boolean;
  /** What it returns: the expression of an arrow function, or of each `return` of its own. */
  readonly returned: readonly ValueFact[];
}

export interface Parameter {
  /** `''` for a pattern. */
  readonly name: string;
  readonly type: TypeFact | null;
  /** `?` or a default. */
  readonly optional: boolean;
  readonly rest: boolean;
  /** For a destructured object: its keys, else `null`. */
  readonly keys: readonly string[] | null;
  /** `constructor(private x: X)`. */
  readonly property: boolean;
}

/** A type as it is written. */
export interface TypeFact {
  readonly range: Range;
  /** Its text, white space folded to one space. */
  readonly text: string;
  /** The names at its top: itself, or the parts of a union or intersection, without `null` and `undefined`. Not type arguments. */
  readonly top: readonly NameReference[];
}

/** A name with members, and where it comes from. */
export interface NameReference {
  readonly name: string;
  readonly path: readonly string[];
  readonly range: Range;
  /** `import`: a binding of a request. `module`: a module-level declaration. `local`: any inner scope. */
  readonly origin: 'import' | 'module' | 'local' | 'global' | 'this';
}

/** What an expression is, seen through parentheses, `as`, `satisfies`, `!` and `await`. */
export type ValueFact =
  | { readonly kind: 'reference'; readonly range: Range; readonly target: NameReference }
  | { readonly kind: 'new'; readonly range: Range; readonly target: NameReference | null }
  | { readonly kind: 'call'; readonly range: Range; readonly target: NameReference | null }
  | { readonly kind: 'function'; readonly range: Range }
  | { readonly kind: 'class'; readonly range: Range }
  | { readonly kind: 'object'; readonly range: Range; readonly members: readonly Member[] }
  | { readonly kind: 'assignment'; readonly range: Range; readonly to: NameReference | null; readonly value: ValueFact } // x = …, x ??= …, x ||= …
  | { readonly kind: 'choice'; readonly range: Range; readonly values: readonly ValueFact[] } // a ?? b, a || b, a && b, a ? b : c
  | { readonly kind: 'null'; readonly range: Range } // null, undefined, void 0
  | { readonly kind: 'other'; readonly range: Range };

/**
 * An object as an expression reaches it, as far as the module itself tells: local variables, parameters, destructuring,
 * `await` and `??` are seen through.
 */
export interface HeldObject {
  readonly range: Range;
  readonly base: HeldBase;
  /** The members read from the base; private names keep their `#`. */
  readonly path: readonly string[];
}

export type HeldBase =
  | { readonly kind: 'name'; readonly name: string; readonly origin: 'import' | 'module' | 'global' }
  /** The instance (or in static members the class) of the innermost class around `HeldObject.range`. */
  | { readonly kind: 'this' }
  | { readonly kind: 'super' }
  /** A parameter or local with an annotation. */
  | { readonly kind: 'typed'; readonly type: TypeFact }
  | { readonly kind: 'new'; readonly target: NameReference }
  /** What a call yields, `await` or not; `arguments` counts them. */
  | { readonly kind: 'call'; readonly callee: HeldObject; readonly arguments: number }
  /** `a ?? b`, `a || b`, `c ? a : b`: one of these. */
  | { readonly kind: 'choice'; readonly values: readonly HeldObject[] }
  | { readonly kind: 'unknown' };

/** `this.bridge.send(x)`. */
export interface MemberCall {
  readonly name: string;
  readonly nameRange: Range;
  /** The whole call. */
  readonly range: Range;
  readonly receiver: HeldObject;
  readonly arguments: readonly Range[];
  readonly spread: boolean;
  /** For members that emit or listen by their name (`emit`, `send…`, `notify…`, `on`, …): the event names in the arguments. */
  readonly events: readonly EventName[];
  /** The declarations around it, joined with `.`. */
  readonly scope: string;
}

/** `const { send, close: end } = getBridge()`. */
export interface TakenMembers {
  readonly object: HeldObject;
  readonly members: readonly {
    readonly name: string;
    /** The key. */
    readonly nameRange: Range;
    /** Whether the key is the local name, too. */
    readonly shorthand: boolean;
  }[];
  /** The declarations around it, joined with `.`. */
  readonly scope: string;
}

/** A string that names an event: an argument itself, or the property `type` or `event` of an object that is one. */
export interface EventName {
  readonly value: string;
  /** The literal, with its quotes. */
  readonly range: Range;
  /** The position of the argument, from 0. */
  readonly argument: number;
  /** `null` where the argument itself is the string. */
  readonly property: 'type' | 'event' | null;
}

/** What a field of a class holds: `x = …` in its body, or `this.x = …` in a member. */
export interface FieldValue {
  readonly name: string;
  /** The field or the assignment. */
  readonly range: Range;
  readonly value: HeldObject;
}

/** Something that may stand in front of another object or function, and what each of its members hands on. */
export interface Wrapper {
  /** `object`: a module-level object literal. `factory`: a function that returns one. */
  readonly kind: 'class' | 'object' | 'factory' | 'function';
  /** The `nameRange` of its declaration. */
  readonly nameRange: Range;
  /** For a function the one member is the function itself. */
  readonly members: readonly WrapperMember[];
}

export interface WrapperMember {
  /** `''` where it is computed. */
  readonly name: string;
  readonly nameRange: Range;
  /** `getter` and `setter` only where they hand on nothing; `field` where it holds no function. */
  readonly kind: 'constructor' | 'method' | 'getter' | 'setter' | 'field';
  readonly visibility: 'public' | 'protected' | 'private';
  readonly decorated: boolean;
  readonly forward: Forward | null;
}

/** That a body is one call, once guards on its receiver, `await`, logging and a `catch` that only logs are left out. */
export interface Forward {
  /**
   * `forwarding`: the arguments are its own parameters. `adapting`: it adds constants or fields of its own, renames, narrows
   * or reorders. `composing`: an argument is a message or text of its own making, without a field of its own in it.
   */
  readonly kind: 'forwarding' | 'adapting' | 'composing';
  /** `alias` for a member that is taken over as it is, without `bind`: it may hold data as well. */
  readonly via: 'call' | 'bind' | 'alias';
  /** What is called; the last of its path is the member. `super.x` has the base `super`. */
  readonly callee: HeldObject;
  /** The called name: `send` in `this.bridge.send(x)`. */
  readonly calleeRange: Range;
  /** The receiver as it is written, without white space, `?` and `!`: `this.bridge`; `''` where there is none. */
  readonly receiverText: string;
  /** How many of its parameters are passed on unchanged, and how many it has. */
  readonly passed: number;
  readonly parameters: number;
  /** What `adapting` adds, in words: "constants", "own fields". */
  readonly adds: readonly string[];
  /** `true` if calling the target in its place changes nothing: no guard, no `try`, no logging, the arguments one by one. */
  readonly plain: boolean;
}

/** What makes a value differ from run to run. */
export type EntropyKind = 'random' | 'clock' | 'counter';

/** A part of a text that is put together. */
export type TextPart =
  | { readonly kind: 'literal'; readonly text: string }
  /** `local`: the declaration of the constant that holds it, if this is its only use. */
  | { readonly kind: 'entropy'; readonly entropy: EntropyKind; readonly range: Range; readonly local: Range | null }
  | { readonly kind: 'value'; readonly range: Range; readonly text: string };

/** An expression that makes a text. */
export interface MadeText {
  readonly range: Range;
  /**
   * `plain`: a number written out. `encoded`: in another base, or drawn from an alphabet. `composed`: with other parts.
   * `bytes`, `number`: no text yet; the latter for what a function returns only.
   */
  readonly form: 'number' | 'bytes' | 'plain' | 'encoded' | 'composed';
  /** What differs in it is one of a few, or of the elements of something: a choice from what is there. */
  readonly chooses: boolean;
  /** In order, constants of the same function seen through. */
  readonly parts: readonly TextPart[];
}

/** The way of one value from where it arises to the names that it, and what is made of it, are given. */
export interface TextFlow {
  /** `null` for a text put together of several parts, wherever it goes; what differs in it has flows of its own. */
  readonly entropy: EntropyKind | null;
  /** Where it arises. */
  readonly source: Range;
  /** The declarations around the source, joined with `.`. */
  readonly scope: string;
  /** For a text put together: the text. */
  readonly made: MadeText | null;
  /** Nearest first. */
  readonly steps: readonly FlowStep[];
}

/** One name that a text is given. */
export interface FlowStep {
  /**
   * `function`: a function of that name returns it. `argument`: a setter (`setRunId(x)`) or `set('x-request-id', x)`.
   * `column`: a column of a database that makes it.
   */
  readonly kind: 'variable' | 'property' | 'parameter' | 'argument' | 'attribute' | 'function' | 'column';
  /** For a method also with the name of its class or object in front: `ids.next`. */
  readonly name: string;
  readonly nameRange: Range;
  /** For a function: the whole of it. */
  readonly within: Range | null;
  readonly made: MadeText;
}

/** `runId.split('_')[1]`, `runId.startsWith('run_')`, `/^run_/.test(runId)`. */
export interface TextRead {
  readonly method: string;
  /** The regular expression, wherever it is written; otherwise the call, with the element that is read from its result. */
  readonly range: Range;
  /** The names by which the text goes: its own, and that of its type where one is written. */
  readonly names: readonly string[];
  /** The text of the receiver: `this.runId`. */
  readonly receiver: string;
  /** The literal text that it is compared with or taken apart at. */
  readonly literal: string | null;
  /** The source of the regular expression. */
  readonly pattern: string | null;
  readonly scope: string;
}
