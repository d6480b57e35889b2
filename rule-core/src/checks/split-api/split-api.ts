import type { ResolvedConcern } from '../../config/resolved-config.js';
import { signatureDifference } from '../../edits/compatibility.js';
import type { HeldObject, MemberCall, Range, TakenMembers } from '../../source/facts.js';
import type { Check } from '../check.js';
import type { ModuleUnderCheck } from '../../symbols/module-under-check.js';
import { canonicalBehind } from '../../symbols/objects/concern-objects.js';
import { memberOf, type KnownObject } from '../../symbols/objects/members.js';
import { receiverOf } from '../../symbols/objects/receivers.js';
import { ownerOf } from '../../symbols/owner.js';
import { isReportedOnce } from '../reported-once.js';
import type { Project } from '../../symbols/project.js';
import type { Violation } from '../violation.js';

/** Calling a method of the canonical by its old name, on a value that is known to be the canonical. */
export const splitApi: Check = {
  name: 'split-api',
  inTests: false,
  messages: {
    oldMethod:
      "'{{owner}}.{{old}}' is the old name of '{{new}}': two ways to do one thing drift apart. Call {{new}} ({{path}}).",
  },
  words: ({ methods }) => ({ anywhere: Object.keys(methods) }),
  run(module, concern, project) {
    const { path } = module.facts;
    const isExempt = project.targets(concern).isCanonical(path) || isReportedOnce(path, concern, project);
    if (Object.keys(concern.methods).length === 0 || isExempt) {
      return [];
    }
    const { memberCalls, takenMembers } = module.facts;
    const called = memberCalls.flatMap((call) => oldMember(call, concern, module.text) ?? []);
    const taken = takenMembers.flatMap((members) => oldMembersTaken(members, concern, module.text));
    return [...called, ...taken]
      .sort((a, b) => a.range[0] - b.range[0])
      .flatMap((read) => violations(read, module, concern, project));
  },
};

/** An old method where it is called, bound, handed on with `bind`, or taken out of its object. */
interface OldMember {
  readonly object: HeldObject;
  readonly old: string;
  readonly range: Range;
  /** Where the name starts, quotes included. */
  readonly position: number;
  readonly isBound: boolean;
  /** What stands between the new name and the rest where the old one is the local name, too. */
  readonly suffix: string;
  readonly scope: string;
}

/** `const { send } = bridge`. */
function oldMembersTaken(
  { members, object, scope }: TakenMembers,
  { methods }: ResolvedConcern,
  text: string,
): OldMember[] {
  return members
    .filter(({ name }) => Object.hasOwn(methods, name))
    .map(({ name, nameRange, shorthand }) => ({
      object,
      old: name,
      range: withoutQuotes(nameRange, text),
      position: nameRange[0],
      isBound: true,
      suffix: shorthand ? `: ${name}` : '',
      scope,
    }));
}

/** `bridge['send']`: the quotes stay. */
function withoutQuotes([start, end]: Range, text: string): Range {
  return /['"`]/u.test(text.charAt(start)) ? [start + 1, end - 1] : [start, end];
}

function oldMember(call: MemberCall, { methods }: ResolvedConcern, text: string): OldMember | undefined {
  if (Object.hasOwn(methods, call.name)) {
    const { name, nameRange, receiver, scope } = call;
    return {
      object: receiver,
      old: name,
      range: withoutQuotes(nameRange, text),
      position: nameRange[0],
      isBound: false,
      suffix: '',
      scope,
    };
  }
  const last = call.receiver.path.at(-1);
  if (last === undefined || !/^(?:bind|call|apply)$/u.test(call.name) || !Object.hasOwn(methods, last)) {
    return undefined;
  }
  const { receiver, scope } = call;
  const end = receiver.range[1];
  const object = { ...receiver, path: receiver.path.slice(0, -1) };
  const range: Range = [end - last.length, end];
  return { object, old: last, range, position: range[0], isBound: true, suffix: '', scope };
}

function violations(
  { isBound, object, old, position, range, scope, suffix }: OldMember,
  module: ModuleUnderCheck,
  concern: ResolvedConcern,
  project: Project,
): Violation[] {
  const receiver = receiverOf(object, position, module, project);
  const canonical = receiver && canonicalBehind(receiver, concern, project);
  const replacement = concern.methods[old];
  if (
    receiver === undefined ||
    canonical === undefined ||
    replacement === undefined ||
    module.text.slice(...range) !== old
  ) {
    return [];
  }
  const difference = differenceOf(receiver, old, replacement, isBound, project);
  if (difference === undefined) {
    return [];
  }
  const { path, related } = ownerOf(concern, project, canonical.name);
  const edits = [{ range, text: replacement + suffix }];
  return [
    {
      check: 'split-api',
      concern: concern.id,
      messageId: 'oldMethod',
      data: { owner: canonical.name, old, new: replacement, path },
      range,
      symbol: `${canonical.path}#${canonical.name}.${old}`,
      scope,
      related,
      fix: difference === '' ? edits : null,
      suggestions:
        difference === '' ? [] : [{ title: `Call '${replacement}' in place of '${old}' (${difference}).`, edits }],
      tags: ['deprecated'],
    },
  ];
}

/**
 * How the new method differs from the old one: `''` if it takes the same parameters, `undefined` where the class does not
 * declare it, so that the old one's name is a coincidence.
 */
function differenceOf(
  receiver: KnownObject,
  old: string,
  replacement: string,
  isBound: boolean,
  project: Project,
): string | undefined {
  const from = memberOf(receiver, old, project)?.member.signature;
  const target = memberOf(receiver, replacement, project)?.member;
  const to = target?.signature ?? null;
  if (to === null) {
    // `return { send, sendToThread }`: functions of their own, kept elsewhere.
    const isFunction = target?.value?.kind === 'reference' || target?.value?.kind === 'call';
    return isFunction ? 'the two cannot be compared' : undefined;
  }
  return from ? (signatureDifference(from, to, isBound) ?? '') : `'${old}' is not declared any more`;
}
