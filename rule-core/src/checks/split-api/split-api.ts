import type { ResolvedConcern } from '../../config/resolved-config.js';
import { signatureDifference } from '../../edits/compatibility.js';
import type { MemberCall, Range } from '../../source/facts.js';
import type { Check, ModuleUnderCheck } from '../check.js';
import { canonicalBehind } from '../objects/concern-objects.js';
import { memberOf, type KnownObject } from '../objects/members.js';
import { receiverOf } from '../objects/receivers.js';
import { ownerOf } from '../owner.js';
import { isReportedOnce } from '../reported-once.js';
import type { Project } from '../project.js';
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
    return module.facts.memberCalls.flatMap((call) => {
      const read = oldMember(call, concern, module.text);
      return read === undefined ? [] : violations(read, module, concern, project);
    });
  },
};

/** An old method where it is called, bound or handed on with `bind`. */
interface OldMember {
  readonly call: MemberCall;
  readonly old: string;
  readonly range: Range;
  readonly isBound: boolean;
}

function oldMember(call: MemberCall, { methods }: ResolvedConcern, text: string): OldMember | undefined {
  if (Object.hasOwn(methods, call.name)) {
    const [start, end] = call.nameRange;
    // `bridge['send']`: the quotes stay.
    const range: Range = /['"`]/u.test(text.charAt(start)) ? [start + 1, end - 1] : call.nameRange;
    return { call, old: call.name, range, isBound: false };
  }
  const last = call.receiver.path.at(-1);
  if (last === undefined || !/^(?:bind|call|apply)$/u.test(call.name) || !Object.hasOwn(methods, last)) {
    return undefined;
  }
  const end = call.receiver.range[1];
  return { call, old: last, range: [end - last.length, end], isBound: true };
}

function violations(
  { call, old, range, isBound }: OldMember,
  module: ModuleUnderCheck,
  concern: ResolvedConcern,
  project: Project,
): Violation[] {
  const held = isBound ? { ...call.receiver, path: call.receiver.path.slice(0, -1) } : call.receiver;
  const receiver = receiverOf(held, isBound ? range[0] : call.nameRange[0], module, project);
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
  const edits = [{ range, text: replacement }];
  return [
    {
      check: 'split-api',
      concern: concern.id,
      messageId: 'oldMethod',
      data: { owner: canonical.name, old, new: replacement, path },
      range,
      symbol: `${canonical.path}#${canonical.name}.${old}`,
      scope: call.scope,
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
  const to = memberOf(receiver, replacement, project)?.member.signature;
  if (!to) {
    return undefined;
  }
  return from ? (signatureDifference(from, to, isBound) ?? '') : `'${old}' is not declared any more`;
}
