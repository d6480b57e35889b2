import type { ResolvedConcern } from '../../config/resolved-config.js';
import type { NameReference, Range } from '../../source/facts.js';
import type { Project } from '../../symbols/project.js';
import { isDriverType } from './driver-types.js';
import type { Implementation } from './implementation.js';
import { isWithin, isWithinOne } from './places.js';
import { rawMemberIn } from './raw-client.js';
import { driversIn, type Touch } from './reach.js';
import type { Setting } from './setting.js';

/** How an implementation comes to the concern's drivers. */
export interface Effect {
  /** `direct`: it uses the driver itself. `held`: it works on a client that it is given. `raw`: on the canonical's own. */
  readonly kind: 'direct' | 'held' | 'raw';
  readonly words: string;
  readonly places: readonly Touch[];
}

/** How it comes to a driver without the canonical. */
export function ownEffect(implementation: Implementation, setting: Setting): Effect | undefined {
  const { reach, concern, project, facts } = setting;
  const touched = driversIn(reach, implementation.ranges);
  if (touched.length > 0 && (implementation.kind !== 'module' || isMadeOfDrivers(implementation, setting))) {
    const labels = [...new Set(touched.map(({ label }) => label))];
    return {
      kind: 'direct',
      words: `wraps ${labels.join(' and ')}`,
      places: reach.drivers.filter(({ range }) => isWithinOne(range, implementation.ranges)),
    };
  }
  const held = reach.drivers.find(
    (touch) => touch.typeOnly && holds(implementation, touch, facts.path, concern, project),
  );
  return held && { kind: 'held', words: `works on a client of ${held.label}`, places: [held] };
}

/** How it comes to a driver by the canonical's own client. */
export function rawEffect(implementation: Implementation, setting: Setting): Effect | undefined {
  const raw = rawMemberIn(implementation, setting);
  const owner = setting.api.apis[0]?.owner ?? setting.concern.title;
  return raw === undefined ? undefined : { kind: 'raw', words: `works on the raw '${raw}' of ${owner}`, places: [] };
}

/** Whether a driver's call or construction fills a field of the class, or a variable that all of the module shares. */
export function keepsClient({ declarations, ranges, kind }: Implementation, { reach, text }: Setting): boolean {
  const inFields = declarations.some(({ members }) =>
    reach.drivers.some(
      ({ range, whole, typeOnly }) =>
        !typeOnly &&
        isWithinOne(range, ranges) &&
        (members.some(
          (member) => member.kind === 'field' && member.signature === null && isWithin(range, member.range),
        ) ||
          /\bthis\.#?[\w$]+\s*(?:\?\?|\|\|)?=\s*(?:await\s+)?$/u.test(text.slice(0, whole[0]).slice(-80))),
    ),
  );
  const inVariable = [...reach.reaching].some(
    (carrier) =>
      carrier.kind === 'variable' &&
      carrier.signature === null &&
      !declarations.includes(carrier) &&
      (carrier.value?.kind === 'call' || carrier.value?.kind === 'new' || carrier.value === null),
  );
  return kind === 'client' || (kind === 'class' ? inFields : inVariable && (kind === 'module' || kind === 'object'));
}

/** Whether a module's functions work on a driver together: one alone among others is no module that wraps it. */
function isMadeOfDrivers({ operations }: Implementation, { reach }: Setting): boolean {
  return operations.filter(({ range }) => range !== null && driversIn(reach, [range]).length > 0).length >= 2;
}

/** Whether an implementation keeps an object of a driver's type: in a field, or by a parameter of its constructor or factory. */
function holds(
  { kind, declarations }: Implementation,
  { range }: Touch,
  path: string,
  concern: ResolvedConcern,
  project: Project,
): boolean {
  return declarations.some(({ members, signature }) => {
    const ofClass = members.flatMap((member) =>
      member.kind === 'constructor'
        ? (member.signature?.parameters ?? []).map(({ type }) => type)
        : member.signature === null
          ? [member.type]
          : [],
    );
    const ofFactory = kind === 'factory' ? (signature?.parameters ?? []).map(({ type }) => type) : [];
    return [...ofClass, ...ofFactory].some(
      (type) =>
        type !== null &&
        ((isWithin(range, type.range) && MADE_BY.test(type.text)) ||
          type.top.some(
            (name) =>
              (isWithin(range, name.range) || isWithinAlias(range, name, path, project)) &&
              isDriverType(name, path, concern, project),
          )),
    );
  });
}

/** The type of what a driver makes: `ReturnType<typeof createClient>`. */
const MADE_BY = /^(?:Awaited<)?ReturnType<typeof [\w$.]+>>?$/u;

/** Whether the type alias of a name, in the same module, is where a driver is named: `type Client = ReturnType<typeof createClient>`. */
function isWithinAlias(range: Range, { name, origin }: NameReference, path: string, project: Project): boolean {
  return (
    origin === 'module' &&
    project
      .facts(path)
      ?.declarations.some(
        (declaration) => declaration.kind === 'type' && declaration.name === name && isWithin(range, declaration.range),
      ) === true
  );
}
