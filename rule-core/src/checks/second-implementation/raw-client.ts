import type { HeldObject, Range } from '../../source/facts.js';
import { canonicalBehind } from '../../symbols/objects/concern-objects.js';
import { knownObject } from '../../symbols/objects/known-object.js';
import type { Implementation } from './implementation.js';
import { isWithinOne } from './places.js';
import type { Setting } from './setting.js';
import { namePattern } from '../../source/names/name-pattern.js';

/** A place where the driver's client is taken out of the canonical. */
interface RawRead {
  readonly member: string;
  readonly range: Range;
}

/** The member of the canonical by which an implementation takes the driver's client out of it. */
export function rawMemberIn({ ranges }: Implementation, setting: Setting): string | undefined {
  if (setting.api.rawMembers.size === 0) {
    return undefined;
  }
  return [...readsInCode(setting), ...readsThroughVariables(setting)].find(({ range }) => isWithinOne(range, ranges))
    ?.member;
}

/** `getClickHouseManager().client.query(…)`, `this.manager.getClient()`, `client = manager.client`. */
function readsInCode({ facts, api, concern, project }: Setting): readonly RawRead[] {
  const isCanonical = (held: HeldObject): boolean => {
    const known = knownObject(held, facts.path, project);
    return known !== undefined && canonicalBehind(known, concern, project) !== undefined;
  };
  const readIn = (held: HeldObject): string | undefined => {
    const at = held.path.findIndex(
      (member, index) => api.rawMembers.has(member) && isCanonical({ ...held, path: held.path.slice(0, index) }),
    );
    if (at >= 0) {
      return held.path[at];
    }
    return held.base.kind === 'call' ? readIn(held.base.callee) : undefined;
  };
  const calls = facts.memberCalls.map(({ name, receiver, range }) => ({
    range,
    member: api.rawMembers.has(name) && isCanonical(receiver) ? name : readIn(receiver),
  }));
  const fields = facts.fieldValues.map(({ value, range }) => ({ range, member: readIn(value) }));
  return [...calls, ...fields].flatMap(({ range, member }) => (member === undefined ? [] : [{ range, member }]));
}

/** The uses of a variable of the module that holds the client: `const client = getClickHouseManager().client`. */
function readsThroughVariables({ facts, api, reach, text }: Setting): readonly RawRead[] {
  const members = [...api.rawMembers].map((member) => namePattern(member)).join('|');
  const read = new RegExp(`\\.\\s*(${members})\\s*(?:\\(\\s*\\))?\\s*$|^\\{[^}]*?\\b(${members})\\b[^}]*\\}\\s*=`, 'u');
  return [...reach.throughCanonical].flatMap(({ kind, name, range }) => {
    const match = kind === 'variable' ? read.exec(text.slice(...range)) : null;
    const member = match?.[1] ?? match?.[2];
    return member === undefined
      ? []
      : (facts.localUses[name] ?? []).map((reference) => ({ range: reference.range, member }));
  });
}
