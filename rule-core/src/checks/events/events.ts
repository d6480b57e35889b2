import type { ResolvedConcern } from '../../config/resolved-config.js';
import type { Declaration, EventName, MemberCall, Parameter } from '../../source/facts.js';
import type { Check } from '../check.js';
import type { ModuleUnderCheck } from '../../symbols/module-under-check.js';
import { canonicalBehind } from '../../symbols/objects/concern-objects.js';
import { memberOf, type KnownObject } from '../../symbols/objects/members.js';
import { receiverOf } from '../../symbols/objects/receivers.js';
import { ownerOf } from '../../symbols/owner.js';
import { layerOf } from '../../symbols/layers/layers.js';
import type { Project } from '../../symbols/project.js';
import { isReportedOnce } from '../reported-once.js';
import type { Violation } from '../violation.js';
import { listApplies, meantEvent, namedEvents } from '../../symbols/event-list.js';

/** Events that the canonicals never name, and event names that are not on the concern's list. */
export const events: Check = {
  name: 'events',
  inTests: false,
  messages: {
    missingEvent:
      "'{{event}}' is declared as an event of '{{concern}}', but {{owner}} ({{path}}) never emits it. Emit it there, or take it off the list.",
    unknownEvent:
      "'{{event}}' is no event of '{{concern}}'.{{hint}} The events are {{events}}; they belong to {{owner}} ({{path}}).",
  },
  words: ({ events: names }, { canonicalDeclarations }) => ({
    anywhere:
      names.length === 0
        ? []
        : [...names, ...canonicalDeclarations.flatMap(({ declaration }) => sendersOf(declaration))],
  }),
  run(module, concern, project) {
    const named = namedEvents(concern, project);
    if (!listApplies(concern, named) || isReportedOnce(module.facts.path, concern, project)) {
      return [];
    }
    return [...missing(module, concern, project, named), ...unknown(module, concern, project)];
  },
};

/** The methods that carry events and have a name of their own: `sendToThread`, not `send`. A type checker knows them anywhere. */
function sendersOf({ members }: Declaration): string[] {
  return members
    .map(({ name }) => name)
    .filter((name) => /^(?:emit|send|notify|publish|broadcast|dispatch)[A-Z]/u.test(name));
}

/** At the first canonical that is declared, once for each event. */
function missing(
  module: ModuleUnderCheck,
  concern: ResolvedConcern,
  project: Project,
  named: ReadonlySet<string>,
): Violation[] {
  const [canonical] = project.targets(concern).canonicalDeclarations;
  const declaration = module.facts.declarations.find(
    ({ name, scope }) => canonical?.path === module.facts.path && scope === '' && name === canonical.name,
  );
  if (declaration === undefined) {
    return [];
  }
  const { owner, path } = ownerOf(concern, project);
  return concern.events
    .filter((event) => !named.has(event))
    .map((event) => ({
      ...template(concern, `${concern.id}:${event}`),
      messageId: 'missingEvent',
      data: { event, concern: concern.id, owner, path },
      range: declaration.nameRange,
      scope: '',
      related: [],
      suggestions: [],
    }));
}

function unknown(module: ModuleUnderCheck, concern: ResolvedConcern, project: Project): Violation[] {
  if (project.targets(concern).isCanonical(module.facts.path)) {
    // What it sends besides is its own affair; an event that it misspells is missing.
    return [];
  }
  const { owner, path, related } = ownerOf(concern, project);
  return module.facts.memberCalls.flatMap((call): Violation[] => {
    const spelled = call.events.filter(({ value }) => !concern.events.includes(value));
    const receiver = spelled.length === 0 ? undefined : receiverOf(call.receiver, call.nameRange[0], module, project);
    if (receiver === undefined || !isOfConcern(receiver, concern, project)) {
      return [];
    }
    return spelled
      .filter((name) => namesEvent(name, call, receiver, project))
      .map(({ value, range }) => {
        const meant = meantEvent(value, concern);
        const quote = module.text.charAt(range[0]);
        return {
          ...template(concern, `${concern.id}:${value}`),
          messageId: 'unknownEvent',
          data: {
            event: value,
            concern: concern.id,
            hint: meant === undefined ? '' : ` Did you mean '${meant}'?`,
            events: concern.events.join(', '),
            owner,
            path,
          },
          range,
          scope: call.scope,
          related,
          suggestions:
            meant === undefined
              ? []
              : [{ title: `Emit '${meant}' in place of '${value}'.`, edits: [{ range, text: quote + meant + quote }] }],
        };
      });
  });
}

function isOfConcern(known: KnownObject, concern: ResolvedConcern, project: Project): boolean {
  return (
    canonicalBehind(known, concern, project) !== undefined || layerOf(known.symbol, concern, project) !== undefined
  );
}

/** What sockets and emitters of the platform say of themselves. */
const LIFECYCLE = new Set([
  'close', 'connect', 'connection', 'data', 'disconnect', 'disconnecting', 'drain', 'end', 'error', 'finish', 'headers',
  'listening', 'message', 'newListener', 'open', 'ping', 'pong', 'ready', 'reconnect', 'removeListener', 'timeout', 'upgrade',
]); // prettier-ignore

/** Whether a string stands where the member that is called takes an event's name. */
function namesEvent(
  { argument, property, value }: EventName,
  call: MemberCall,
  receiver: KnownObject,
  project: Project,
): boolean {
  if (property !== null) {
    return true;
  }
  const signature = memberOf(receiver, call.name, project)?.member.signature;
  const isListening = /^(?:on|once|off|\w+Listener|subscribe|unsubscribe)$/u.test(call.name);
  // `on('*')`, `on('user.*')`
  const isPattern = isListening && value.includes('*');
  if (isPattern || (LIFECYCLE.has(value) && (isListening || signature === undefined))) {
    return false;
  }
  if (signature === undefined || signature === null) {
    // A method of an emitter's own, from a base class that cannot be seen.
    return argument === 0 && (isListening || /^(?:emit|publish|dispatch|trigger)$/u.test(call.name));
  }
  const parameter = signature.parameters[argument];
  if (parameter === undefined) {
    return false;
  }
  // `push(topic, event)`: a topic is a place where there is an event beside it.
  if (signature.parameters.some(isEventParameter)) {
    return isEventParameter(parameter);
  }
  return (
    /^(?:type|topic|action|kind)$|type(?:name)?$/iu.test(parameter.name) ||
    (parameter.name === 'name' && (isListening || /^(?:emit|publish|dispatch|trigger|fire|raise)$/u.test(call.name)))
  );
}

function isEventParameter({ name, type }: Parameter): boolean {
  return /event(?:name|type)?$/iu.test(name) || /event/iu.test(type?.text ?? '');
}

function template({ id }: ResolvedConcern, symbol: string) {
  return { check: 'events', concern: id, symbol, fix: null, tags: [] } satisfies Partial<Violation>;
}
