import { nameFilledBy } from './filled-name.js';
import type { Implementation } from './implementation.js';
import { isWithin, isWithinOne } from './places.js';
import type { Touch } from './reach.js';
import type { Setting } from './setting.js';
import { namePattern } from '../../source/names/name-pattern.js';

/** Calls that open something, by the name of what is called: `fetch` opens nothing that could be kept. */
const OPENS = /^new\b|(?:^|\.)(?:create|connect|open|make)\w*\s*$|(?:[cC]lient|[pP]ool|[cC]onnection)\s*$/u;
/** In front of what goes straight into a collection: `clients.push(…)`, `clients.set(key, …)`, `[…]`, `clients[0] = …`. */
const INTO_COLLECTION =
  /\.(?:push|add|unshift)\(\s*\(?(?:[\w$]+\s*=\s*)?(?:await\s+)?$|\.set\([^()]*,\s*\(?(?:[\w$]+\s*=\s*)?(?:await\s+)?$|(?:[=(,:?]|return)\s*\[\s*$|\]\s*(?:\?\?|\|\|)?=\s*(?:await\s+)?$|(?:\.map|Array\.from)\([^;]*=>\s*$/u;
/** How much of the text in front of a call is looked at. */
const IN_FRONT = 200;

/** Whether an implementation keeps several of the driver's clients, as a pool does: in a map, a set or a list. */
export function keepsPool({ ranges }: Implementation, { reach, text, facts }: Setting): boolean {
  const shared = [...reach.reaching]
    .filter(
      ({ kind, signature, name }) =>
        kind === 'variable' &&
        signature === null &&
        (facts.localUses[name] ?? []).some(({ range }) => isWithinOne(range, ranges)),
    )
    .map(({ range }) => range);
  const places = [...ranges, ...shared];
  const opening = reach.drivers.filter(
    (touch) => !touch.typeOnly && isWithinOne(touch.range, places) && opens(touch, text),
  );
  // `createLogger({ transports: [new transports.Console()] })`: the parts of one client are no pool.
  const clients = opening.filter(({ whole }) =>
    opening.every((other) => other.whole === whole || !isWithin(whole, other.whole)),
  );
  return clients.some((touch) => isCollected(touch, places, text));
}

function opens({ whole }: Touch, text: string): boolean {
  return OPENS.test(text.slice(...whole).split('(')[0] ?? '');
}

function isCollected({ whole }: Touch, places: Implementation['ranges'], text: string): boolean {
  const before = text.slice(Math.max(0, whole[0] - IN_FRONT), whole[0]);
  if (INTO_COLLECTION.test(before)) {
    return true;
  }
  const filled = nameFilledBy(before);
  const name = filled === undefined ? undefined : namePattern(filled);
  if (name === undefined) {
    return false;
  }
  const later = new RegExp(
    `\\.(?:push|add|unshift)\\(\\s*${name}\\s*\\)|\\.set\\([^()]*,\\s*${name}\\s*\\)|\\]\\s*=\\s*${name}\\b`,
    'u',
  );
  return places.some(([start, end]) => later.test(text.slice(start, end)));
}
