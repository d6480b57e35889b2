import type { MemberCall, Range, Signature, ValueFact } from '../../source/facts.js';
import { knownObject } from '../objects/known-object.js';
import { workOf } from './method-names.js';
import type { Operation } from './operations.js';
import { isWithin } from './places.js';
import type { Setting } from './setting.js';

/**
 * Whether an operation that is called like one of the canonical does something else. Only what is told by its name needs the
 * question: what reaches a driver of the concern does the canonical's work.
 */
export function doesOtherWork(operation: Operation, ofCanonical: Operation, setting: Setting): boolean {
  return (
    (isPromised(ofCanonical.signature) && isImmediate(operation.signature, setting.text)) ||
    isDoneElsewhere(operation, setting)
  );
}

/** Whether an operation leaves its work to the own server, or to an object of the workspace that it is given. */
export function isDoneElsewhere(operation: Operation, setting: Setting): boolean {
  return asksOwnServer(operation, setting) || handsOn(operation, setting);
}

function isPromised(signature: Signature | null): boolean {
  return signature?.async === true || /^(?:Promise|PromiseLike|Observable)</u.test(signature?.returns?.text ?? '');
}

/** A text, a number or itself: what the canonical has to wait for, this has at once. It only writes something down. */
const IMMEDIATE = /^(?:readonly )?(?:string|number|boolean|bigint|this)(?:\[\])*$/u;

function isImmediate(signature: Signature | null, text: string): boolean {
  if (signature === null || signature.async || signature.generator) {
    return false;
  }
  const { returns, returned } = signature;
  return returns === null
    ? returned.length > 0 && returned.every((value) => isTextOrThis(value, text))
    : IMMEDIATE.test(returns.text);
}

function isTextOrThis(value: ValueFact, text: string): boolean {
  return value.kind === 'reference'
    ? value.target.origin === 'this' && value.target.path.length === 0
    : value.kind === 'other' && /^(?:'[^']*'|"[^"]*"|`[^`]*`)\s*(?:\+|$)/u.test(text.slice(...value.range));
}

/** A path without a host, which only a browser can ask for: of the server that its page comes from. */
const OWN_PATH = /^['"`]\/[\w$]/u;
const REQUESTS: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'request', 'fetch']);

/** `fetch('/api/query')`, `api.post('/query', …)`: the server does the work, and what it does it with is looked at there. */
function asksOwnServer({ range }: Operation, { facts, text }: Setting): boolean {
  if (range === null) {
    return false;
  }
  const isOwnPath = (first: Range | undefined): boolean =>
    first !== undefined && isWithin(first, range) && OWN_PATH.test(text.slice(...first));
  return (
    facts.globals.some(({ name, reference }) => name === 'fetch' && isOwnPath(reference.call?.arguments[0])) ||
    facts.memberCalls.some((call) => REQUESTS.has(call.name) && isOwnPath(call.arguments[0]))
  );
}

/** `this.db.query(…)` in `query`, where `db` is known by a type of the workspace: the work is done there. */
function handsOn({ name, range }: Operation, { facts, project, api }: Setting): boolean {
  const stem = api.stems[0] ?? '';
  const isGiven = ({ receiver }: MemberCall): boolean =>
    (receiver.base.kind === 'typed' || (receiver.base.kind === 'this' && receiver.path.length > 0)) &&
    knownObject(receiver, facts.path, project) !== undefined;
  return (
    range !== null &&
    facts.memberCalls.some(
      (call) => isWithin(call.range, range) && workOf(call.name, stem) === workOf(name, stem) && isGiven(call),
    )
  );
}
