import type { MemberCall, Range, Signature, ValueFact } from '../../source/facts.js';
import { knownObject } from '../../symbols/objects/known-object.js';
import { workOf } from './method-names.js';
import type { Operation } from './operations.js';
import type { Implementation } from './implementation.js';
import { isWithin, isWithinOne } from './places.js';
import type { Setting } from './setting.js';

/**
 * Whether an operation that is called like one of the canonical does something else. Only what is told by its name needs the
 * question: what reaches a driver of the concern does the canonical's work.
 */
export function doesOtherWork(
  operation: Operation,
  ofCanonical: Operation,
  implementation: Implementation,
  setting: Setting,
): boolean {
  return (
    (isPromised(ofCanonical.signature) && isImmediate(operation.signature, setting.text)) ||
    isDoneElsewhere(operation, implementation, setting)
  );
}

/** Whether an operation leaves its work to the own server, or to an object of the workspace that it is given. */
export function isDoneElsewhere(operation: Operation, implementation: Implementation, setting: Setting): boolean {
  return asksOwnServer(operation, implementation, setting) || handsOn(operation, setting);
}

function isPromised(signature: Signature | null): boolean {
  return signature?.async === true || /^(?:Promise|PromiseLike|Observable)</u.test(signature?.returns?.text ?? '');
}

/** Types that a promise may hide behind. */
const MAYBE_PROMISED = /Promise|Observable|Async|Thenable|Effect|Task|Future|\b(?:any|unknown|never)\b/u;

/** Whether it has at once, or never, what the canonical has to wait for: it writes something down, counts it, or passes it on. */
function isImmediate(signature: Signature | null, text: string): boolean {
  if (signature === null || signature.async || signature.generator) {
    return false;
  }
  const { returns, returned } = signature;
  return returns === null ? returned.every((value) => isPlain(value, text)) : !MAYBE_PROMISED.test(returns.text);
}

/** Whether a value is no promise, for all that is written: a text, an object, the object itself. */
function isPlain(value: ValueFact, text: string): boolean {
  switch (value.kind) {
    case 'reference':
      return value.target.origin === 'this' && value.target.path.length === 0;
    case 'other':
      return /^(?:\[|(?:'[^']*'|"[^"]*"|`[^`]*`)\s*(?:\+|$))/u.test(text.slice(...value.range));
    case 'new':
      return value.target !== null && value.target.name !== 'Promise';
    case 'object':
    case 'function':
    case 'class':
    case 'null':
      return true;
    default:
      return false;
  }
}

/** A path without a host, which only a browser can ask for: of the server that its page comes from. */
const OWN_PATH = /^['"`]\/[\w$]/u;
const REQUESTS: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'request', 'fetch']);

/**
 * `fetch('/api/query')`, `api.post('/query', …)`: the server does the work, and what it does it with is looked at there.
 * Where the function stands elsewhere in its factory, what the factory asks for counts.
 */
function asksOwnServer({ range }: Operation, { ranges }: Implementation, { facts, text }: Setting): boolean {
  const within = range === null ? ranges : [range];
  const isOwnPath = (first: Range | undefined): boolean =>
    first !== undefined && isWithinOne(first, within) && OWN_PATH.test(text.slice(...first));
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
