import { createHash } from 'node:crypto';
import type { Violation } from '../checks/violation.js';
import type { Binding, ModuleFacts, ModuleRequest, Range } from '../source/facts.js';
import { boundary, tokensAround } from './tokens.js';

/**
 * What makes a violation the same one after an edit: what it breaches, where it stands among the declarations, and how the
 * code there reads once names of its own, quotes, comments and layout are left out. No line and no offset is part of it.
 */
export interface ViolationIdentity {
  readonly concern: string;
  readonly check: string;
  /** The breached symbol; the module's own path in it is written `.`, so that it survives a rename of the file. */
  readonly symbol: string;
  /** Relative to the workspace root, `/`-separated. */
  readonly path: string;
  /** The declarations around it, joined with `.`. For an import, those that use it, joined with `,`. */
  readonly scope: string;
  /** Of the violating node: an expression with its arguments, an import with its form. */
  readonly hash: string;
  /** Of the statements beside it; `''` where the node has no place among statements. */
  readonly near: string;
}

/**
 * @param text without its byte order mark
 */
export function identityOf(violation: Violation, facts: ModuleFacts, text: string): ViolationIdentity {
  const { concern, check, scope, range } = violation;
  const base = { concern, check, symbol: portableSymbol(violation.symbol, facts.path), path: facts.path };
  const bound = boundName(facts, range);
  if (bound !== undefined) {
    const { request, binding } = bound;
    const users = [...new Set(binding.references.map((reference) => outermost(reference.scope)))].sort().join(',');
    return {
      ...base,
      scope: users,
      hash: digest([request.form, String(binding.typeOnly), binding.imported]),
      near: '',
    };
  }
  if (isAt(range, facts.firstToken)) {
    return { ...base, scope, hash: digest(['module']), near: '' };
  }
  const declared = facts.declarations.find(({ nameRange }) => isAt(nameRange, range));
  if (declared !== undefined) {
    return { ...base, scope, hash: digest(['declaration', declared.kind, declared.name]), near: '' };
  }
  const { node, before, after } = tokensAround(text, facts, range);
  return { ...base, scope, hash: digest(node), near: digest([...before, boundary, ...after]) };
}

/** A violation's identity in one string, for services that track results by a fingerprint. */
export function fingerprintOf(identity: ViolationIdentity, ordinal: number): string {
  const { concern, check, symbol, path, scope, hash } = identity;
  return digest([concern, check, symbol, path, scope, hash, String(ordinal)]);
}

function boundName(facts: ModuleFacts, range: Range): { request: ModuleRequest; binding: Binding } | undefined {
  for (const request of facts.requests) {
    if (request.form === 'mock') continue;
    const binding = request.bindings.find((one) => isAt(one.range, range) || isAt(one.nameRange, range));
    if (binding !== undefined) return { request, binding };
  }
  return undefined;
}

function isAt(a: Range, b: Range): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Which function of a class uses an import changes more often than that the class does. */
function outermost(scope: string): string {
  return scope.split('.')[0] ?? '';
}

function portableSymbol(symbol: string, path: string): string {
  return symbol === path || symbol.startsWith(`${path}#`) ? `.${symbol.slice(path.length)}` : symbol;
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}
