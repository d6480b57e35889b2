import { declaredSymbol, originOfName } from '../denotation.js';
import type { HeldObject, NameReference, Signature, TypeFact, ValueFact } from '../../source/facts.js';
import type { DeclaredSymbol } from '../concern-targets.js';
import { isAccessorName } from '../accessor-name.js';
import type { Origin, Project } from '../project.js';
import { moduleSymbol } from '../exported-expressions.js';
import { classAt, contains, memberOf, type KnownObject } from './members.js';
import { writtenTypes } from './written-types.js';

/** What is known of something that is called. */
export interface KnownFunction {
  /** The class, object or function that declares it. */
  readonly symbol: DeclaredSymbol;
  /** The member of it; `''` for the function itself. */
  readonly member: string;
  /** Of the object that it is a member of. */
  readonly holders: readonly DeclaredSymbol[];
  /** Nothing but the holders is known of the object that it is a member of. */
  readonly opaque?: boolean;
  readonly signature: Signature | null;
}

/** A class hierarchy or a chain of accessors longer than this is not followed; cycles end here, too. */
const DEPTH = 10;

/** The object that an expression of the module `path` yields. */
export function knownObject(held: HeldObject, path: string, project: Project): KnownObject | undefined {
  return new Resolver(project).object(held, path, DEPTH);
}

/** The object that a declaration holds, or that the function that it declares hands out. */
export function objectOf(symbol: DeclaredSymbol, project: Project): KnownObject | undefined {
  return new Resolver(project).declared(symbol, DEPTH);
}

/** The function that a chain of the module `path` names. */
export function knownFunction(callee: HeldObject, path: string, project: Project): KnownFunction | undefined {
  return new Resolver(project).callee(callee, path, DEPTH);
}

/** `import('./bridge').WebSocketBridge` as a type. */
const INLINE_IMPORT = /^import\((?:'|")([^'"]+)(?:'|")\)\.([\w$.]+)$/u;

class Resolver {
  constructor(private readonly project: Project) {}

  object(held: HeldObject, path: string, depth: number): KnownObject | undefined {
    const facts = this.project.facts(path);
    if (depth === 0 || facts === undefined) {
      return undefined;
    }
    const { base } = held;
    switch (base.kind) {
      case 'name':
        return base.origin === 'global'
          ? undefined
          : this.ofName({ ...base, path: held.path, range: held.range }, path, depth);
      case 'this':
        return this.members(classAt(held, facts), held.path, depth);
      case 'super':
        return this.members(this.baseOf(classAt(held, facts)), held.path, depth);
      case 'typed':
        return this.members(this.ofType(base.type, path, depth), held.path, depth);
      case 'new':
        return this.members(this.instanceOf(base.target, path), held.path, depth);
      case 'call': {
        const called = this.callee(base.callee, path, depth - 1);
        const result = called && (this.resultOf(called, depth - 1) ?? handedOut(called, base.arguments));
        return this.members(result, held.path, depth);
      }
      case 'choice': {
        const all = base.values.flatMap((value) => this.object(value, path, depth - 1) ?? []);
        const best = [...all.filter((known) => !isVague(known)), ...all.filter(isVague)];
        return firstOf(best, (known) => this.members(known, held.path, depth));
      }
      case 'unknown':
        return undefined;
    }
  }

  declared(symbol: DeclaredSymbol, depth: number): KnownObject | undefined {
    const { signature } = symbol.declaration;
    return signature === null
      ? this.ofSymbol(symbol, depth)
      : this.resultOf({ symbol, member: '', signature, holders: [] }, depth);
  }

  callee(callee: HeldObject, path: string, depth: number): KnownFunction | undefined {
    const member = callee.path.at(-1);
    if (callee.base.kind === 'name' && callee.base.origin !== 'global') {
      const name: NameReference = {
        ...callee.base,
        origin: callee.base.origin,
        path: callee.path,
        range: callee.range,
      };
      const direct = this.functionOfOrigin(originOfName(name, path, this.project), depth);
      if (direct !== undefined) return direct;
    }
    const receiver =
      member === undefined ? undefined : this.object({ ...callee, path: callee.path.slice(0, -1) }, path, depth);
    return receiver && member !== undefined ? this.method(receiver, member) : undefined;
  }

  private functionOfOrigin(origin: Origin, depth: number): KnownFunction | undefined {
    const symbol = declaredSymbol(origin, this.project);
    const members = origin.path.slice(1);
    const last = members.at(-1);
    if (symbol === undefined) {
      return undefined;
    }
    if (last === undefined) {
      return symbol.declaration.signature === null
        ? undefined
        : { symbol, member: '', signature: symbol.declaration.signature, holders: [] };
    }
    const receiver = this.members(this.ofSymbol(symbol, depth), members.slice(0, -1), depth);
    return receiver && this.method(receiver, last);
  }

  private method(receiver: KnownObject, name: string): KnownFunction {
    const found = memberOf(receiver, name, this.project);
    // A member that is not declared where it can be seen (of a base class from a package) belongs to the receiver.
    const { holders = [], opaque = false, symbol } = receiver;
    return { symbol, member: name, signature: found?.member.signature ?? null, holders, opaque };
  }

  private ofName(name: NameReference, path: string, depth: number): KnownObject | undefined {
    if (name.origin === 'local' || name.origin === 'global' || name.origin === 'this') {
      return undefined;
    }
    const origin = originOfName(name, path, this.project);
    const symbol = declaredSymbol(origin, this.project);
    if (symbol === undefined) {
      return origin.path.length === 0 ? this.ofModule(origin) : undefined;
    }
    return this.members(this.ofSymbol(symbol, depth - 1), origin.path.slice(1), depth);
  }

  /** `import * as bus from './bus'`. */
  private ofModule({ target }: Origin): KnownObject | undefined {
    const facts = target.kind === 'module' ? this.project.facts(target.path) : undefined;
    return facts && { symbol: moduleSymbol(facts), side: 'itself' };
  }

  /** What a module-level name stands for. */
  private ofSymbol(symbol: DeclaredSymbol, depth: number): KnownObject | undefined {
    const { declaration, path } = symbol;
    const itself: KnownObject = { symbol, side: 'itself' };
    if (declaration.kind !== 'variable' || declaration.signature !== null || depth <= 0) {
      return itself;
    }
    const byType = declaration.type && this.ofType(declaration.type, path, depth);
    const values = [declaration.value, ...this.laterValues(symbol)];
    const found = concrete(byType, () =>
      firstOf(values, (value) => (value === null ? undefined : this.ofValue(value, path, depth))),
    );
    if (found !== undefined) {
      return heldBy(symbol, found);
    }
    return declaration.value?.kind === 'object' ? itself : { ...heldBy(symbol, itself), opaque: true };
  }

  /** `let bridge; … bridge = new Bridge()`. */
  private laterValues({ declaration, path }: DeclaredSymbol): ValueFact[] {
    return (this.project.facts(path)?.assignments ?? [])
      .filter(
        ({ target }) => target.origin === 'module' && target.path.length === 0 && target.name === declaration.name,
      )
      .map(({ value }) => value);
  }

  private ofValue(value: ValueFact, path: string, depth: number): KnownObject | undefined {
    switch (value.kind) {
      case 'new':
        return value.target ? this.instanceOf(value.target, path) : undefined;
      case 'call': {
        const { target } = value;
        const called = target && depth > 0 ? this.functionOfName(target, path, depth - 1) : undefined;
        return called && this.resultOf(called, depth - 1);
      }
      case 'reference':
        return depth > 0 ? this.ofName(value.target, path, depth - 1) : undefined;
      case 'assignment':
        return this.ofValue(value.value, path, depth);
      case 'choice':
        return firstOf(value.values, (one) => this.ofValue(one, path, depth));
      default:
        return undefined;
    }
  }

  private functionOfName(name: NameReference, path: string, depth: number): KnownFunction | undefined {
    return name.origin === 'import' || name.origin === 'module'
      ? this.functionOfOrigin(originOfName(name, path, this.project), depth)
      : undefined;
  }

  private resultOf({ member, signature, symbol }: KnownFunction, depth: number): KnownObject | undefined {
    if (signature === null || signature.generator || depth <= 0) {
      return undefined;
    }
    const { path } = symbol;
    const found = concrete(signature.returns && this.ofType(signature.returns, path, depth), () =>
      firstOf(
        signature.returned,
        (value) => this.ofValue(value, path, depth) ?? (member === '' ? madeObject(value, symbol) : undefined),
      ),
    );
    return found && (member === '' ? heldBy(symbol, found) : found);
  }

  private instanceOf(name: NameReference, path: string): KnownObject | undefined {
    if (name.origin !== 'import' && name.origin !== 'module') {
      return undefined;
    }
    const symbol = declaredSymbol(originOfName(name, path, this.project), this.project);
    return symbol && { symbol, side: 'instance' };
  }

  private ofType(type: TypeFact, path: string, depth: number): KnownObject | undefined {
    const facts = this.project.facts(path);
    if (facts === undefined || depth <= 0) {
      return undefined;
    }
    const [, specifier, member] = INLINE_IMPORT.exec(type.text) ?? [];
    if (specifier !== undefined && member !== undefined) {
      const symbol = declaredSymbol(this.project.origin(path, specifier, member.split('.')), this.project);
      return symbol && { symbol, side: 'instance' };
    }
    return firstOf(writtenTypes(type, facts), ({ name, of }) => {
      if (of === 'itself') return this.ofName(name, path, depth - 1);
      if (of === 'result') {
        const called = this.functionOfName(name, path, depth - 1);
        return called && this.resultOf(called, depth - 1);
      }
      const known = this.instanceOf(name, path);
      const alias = known?.symbol.declaration;
      // `type Bridge = WebSocketBridge`.
      const aliased = alias?.kind === 'type' && alias.members.length === 0 ? alias.type : null;
      return aliased && known ? this.ofType(aliased, known.symbol.path, depth - 1) : known;
    });
  }

  private baseOf(known: KnownObject | undefined): KnownObject | undefined {
    const base = known?.symbol.declaration.extends[0];
    return base && this.instanceOf(base, known.symbol.path);
  }

  private members(known: KnownObject | undefined, names: readonly string[], depth: number): KnownObject | undefined {
    let current = known;
    for (const name of names) {
      current = current && this.member(current, name, depth - 1);
    }
    return current;
  }

  private member(known: KnownObject, name: string, depth: number): KnownObject | undefined {
    const found = memberOf(known, name, this.project);
    const owner = found?.symbol ?? known.symbol;
    if (depth <= 0) {
      return undefined;
    }
    const { member } = found ?? {};
    if (member?.kind === 'getter') {
      return this.resultOf({ symbol: owner, member: name, signature: member.signature, holders: [] }, depth);
    }
    const byType = member?.type && this.ofType(member.type, owner.path, depth);
    return concrete(
      byType,
      () =>
        this.fieldValue(known, name, depth) ??
        (member?.value ? this.ofValue(member.value, owner.path, depth) : undefined),
    );
  }

  /** What a class's own body puts into a field, and its constructor's parameters that are fields. */
  private fieldValue({ symbol }: KnownObject, name: string, depth: number): KnownObject | undefined {
    const { declaration, path } = symbol;
    const values = (this.project.facts(path)?.fieldValues ?? []).filter(
      (field) => field.name === name && contains(declaration, field.range[0]),
    );
    return firstOf(values, ({ value }) => this.object(value, path, depth)) ?? this.inheritedField(symbol, name, depth);
  }

  private inheritedField({ declaration, path }: DeclaredSymbol, name: string, depth: number): KnownObject | undefined {
    const base = declaration.kind === 'class' ? declaration.extends[0] : undefined;
    const known = base && this.instanceOf(base, path);
    return known && this.member(known, name, depth - 1);
  }
}

function heldBy(holder: DeclaredSymbol, known: KnownObject): KnownObject {
  return { ...known, holders: [...(known.holders ?? []), holder] };
}

/** `return { send() {…} }`: an object that is known by the function that makes it. */
function madeObject(value: ValueFact, { declaration, name, path }: DeclaredSymbol): KnownObject | undefined {
  return value.kind === 'object'
    ? { symbol: { path, name, declaration: { ...declaration, members: value.members } }, side: 'instance' }
    : undefined;
}

/** What an accessor gives where its body does not tell: known by the accessor alone. */
function handedOut({ member, symbol }: KnownFunction, given: number): KnownObject | undefined {
  return member === '' && given === 0 && isAccessorName(symbol.name)
    ? { symbol, side: 'instance', holders: [symbol], opaque: true }
    : undefined;
}

/** What is known by a type; where that is an interface, rather what the module itself puts there. */
function concrete(
  byType: KnownObject | null | undefined,
  byValue: () => KnownObject | undefined,
): KnownObject | undefined {
  if (byType && !isOpen(byType)) {
    return byType;
  }
  const found = byValue();
  return found === undefined || found.opaque === true ? (byType ?? found) : found;
}

/** What anything else tells more than. */
function isVague(known: KnownObject): boolean {
  return isOpen(known) || known.opaque === true;
}

/** Whether anything may stand behind it that has its members. */
function isOpen({ symbol: { declaration } }: KnownObject): boolean {
  return declaration.kind === 'interface' || declaration.kind === 'type';
}

/** The first that is found; one of which only the holder is known, where there is no other. */
function firstOf<Item>(
  items: readonly Item[],
  find: (item: Item) => KnownObject | null | undefined,
): KnownObject | undefined {
  let opaque: KnownObject | undefined;
  for (const item of items) {
    const found = find(item) ?? undefined;
    if (found !== undefined && found.opaque !== true) return found;
    opaque ??= found;
  }
  return opaque;
}
