import { distance } from 'fastest-levenshtein';
import { presets } from '../config/presets/index.js';
import type { ResolvedConcern } from '../config/resolved-config.js';
import type { ModuleFacts } from '../source/facts.js';
import type { Project } from './project.js';

/**
 * The events that the canonicals name: as a string of their own, or by a member of a module of constants that they import
 * (`EVENTS.AGENT_STARTED`).
 */
export function namedEvents(concern: ResolvedConcern, project: Project): ReadonlySet<string> {
  const { canonicalModules } = project.targets(concern);
  const named = new Set<string>();
  for (const path of canonicalModules) {
    const facts = project.facts(path);
    for (const event of concern.events) {
      if (facts !== undefined && (facts.nameStrings.includes(event) || isTakenFromConstants(event, facts, project))) {
        named.add(event);
      }
    }
  }
  return named;
}

/**
 * Whether the list of events applies: the preset's own, of which the canonicals name nothing, belongs to another system.
 */
export function listApplies({ events, preset }: ResolvedConcern, named: ReadonlySet<string>): boolean {
  const ofPreset = preset === undefined ? [] : presets[preset].events;
  const isOwnList = events.length !== ofPreset.length || events.some((event) => !ofPreset.includes(event));
  return events.length > 0 && (isOwnList || named.size > 0);
}

function isTakenFromConstants(event: string, facts: ModuleFacts, project: Project): boolean {
  return facts.requests.some(({ bindings, specifier, typeOnly }) => {
    const target = typeOnly ? undefined : project.resolve(facts.path, specifier);
    const constants = target?.kind === 'module' ? project.facts(target.path) : undefined;
    return (
      constants?.nameStrings.includes(event) === true &&
      bindings.some(
        (binding) =>
          !binding.typeOnly &&
          binding.references.some(({ path }) => path.length === 0 || isNameOf(path.at(-1) ?? '', event)),
      )
    );
  });
}

/** Whether `AGENT_STARTED`, `agentStarted` or `Started` may stand for `agent_started`. */
function isNameOf(member: string, event: string): boolean {
  return plain(event).endsWith(plain(member));
}

function plain(name: string): string {
  return name.replaceAll(/[^\da-z]/giu, '').toLowerCase();
}

/** The event that was probably meant: another spelling or form of it, or one or two letters off. */
export function meantEvent(spelled: string, { events }: ResolvedConcern): string | undefined {
  const wanted = plain(spelled);
  const tolerance = wanted.length < 8 ? 1 : 2;
  const near = events
    .map((event) => {
      const far = distance(wanted, plain(event));
      return { event, far: far > 0 && rootsOf(spelled) === rootsOf(event) ? 0.5 : far };
    })
    .filter(({ far }) => far <= tolerance)
    .sort((a, b) => a.far - b.far);
  return near[0]?.event;
}

/** The words of a name without their endings: `cart:add` and `cart_added`, `agent_thinks` and `agentThinking` are one. */
function rootsOf(name: string): string {
  return name
    .replaceAll(/([a-z\d])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/u)
    .map((word) => word.replace(/(?:ing|ed|es|s|e)$/u, '').replace(/([a-z])\1$/u, '$1'))
    .join(' ');
}
