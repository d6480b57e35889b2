import type { ResolvedConcern } from '../../config/resolved-config.js';
import type { ConcernTargets } from '../../symbols/concern-targets.js';
import type { Check } from '../check.js';
import type { CheckWords } from '../../symbols/text-words.js';
import { duplicateNoun } from '../duplicate-noun.js';
import { ownerOf } from '../../symbols/owner.js';
import { reportsDeclaration } from '../second-declaration/second-declaration.js';
import { sisterOwning } from '../../symbols/sister-concerns.js';
import type { Violation } from '../violation.js';
import { canonicalApi } from './canonical-api.js';
import { moduleName } from '../../symbols/module-name.js';
import { evidenceFor, type Evidence } from './evidence.js';
import { isFalseFriend, isStandIn } from './false-friends.js';
import { implementationsIn, type Implementation } from './implementation.js';
import { operationsOfClass, operationsOfObject } from './operations.js';
import { moduleReach } from './reach.js';
import type { Setting } from './setting.js';
import { stemOf, wordsOf } from './words.js';

/** Kinds of evidence that something must have two of. */
const ENOUGH = 2;

/**
 * Doing the canonical's work a second time: a class, a factory, an object or a module of functions with at least two kinds
 * of evidence (it reaches a driver past the canonical, offers the canonical's operations, is built like it, is named for the
 * concern). A name alone is never a breach.
 */
export const secondImplementation: Check = {
  name: 'second-implementation',
  inTests: false,
  messages: {
    secondImplementation:
      "'{{name}}' is a second {{noun}} ({{evidence}}); '{{concern}}' belongs to {{owner}} ({{path}}). Use {{obtain}} instead.",
    secondModule:
      "The functions of this module are a second {{noun}} ({{evidence}}); '{{concern}}' belongs to {{owner}} ({{path}}). Use {{obtain}} instead.",
  },
  words: wordsToLookFor,
  run({ facts, text }, concern, project) {
    const targets = project.targets(concern);
    const isKnown =
      targets.isCanonical(facts.path) ||
      targets.removedBy(facts.path) !== undefined ||
      targets.twinDeclarations.some(({ path }) => path === facts.path);
    if (
      isKnown ||
      facts.declarations.length + facts.exports.length === 0 ||
      sisterOwning(facts.path, concern, project) !== undefined
    ) {
      return [];
    }
    const setting: Setting = {
      facts,
      text,
      concern,
      project,
      api: canonicalApi(concern, project),
      reach: moduleReach(facts, concern, project),
    };
    const found = implementationsIn(setting).flatMap((implementation) => {
      const verdict = judge(implementation, setting);
      return verdict === undefined ? [] : [{ implementation, verdict }];
    });
    const whole = found.find(({ implementation, verdict }) => implementation.kind === 'module' && !verdict.strictOnly);
    const isPart = ({ implementation }: (typeof found)[number]): boolean =>
      whole !== undefined &&
      implementation !== whole.implementation &&
      implementation.declarations.length > 0 &&
      implementation.declarations.every((one) => whole.implementation.declarations.includes(one));
    return found
      .filter((one) => !isPart(one))
      .map(({ implementation, verdict }) => violation(implementation, verdict, setting));
  },
};

interface Verdict {
  readonly evidence: Evidence;
  readonly strictOnly: boolean;
}

function judge(implementation: Implementation, setting: Setting): Verdict | undefined {
  const evidence = evidenceFor(implementation, setting);
  const isEnough = evidence !== undefined && evidence.kinds.size >= ENOUGH;
  const tells = isEnough || evidence?.keepsClient === true || evidence?.kinds.has('surface') === true;
  if (evidence === undefined || !tells || isExcused(implementation, evidence, setting)) {
    return undefined;
  }
  const isDoubtful =
    !isEnough ||
    isAnotherStore(evidence.kinds, setting.concern) ||
    isSlight(implementation, evidence) ||
    isConsumer(evidence, setting.concern);
  return { evidence, strictOnly: isDoubtful };
}

/** Whether another check reports it, or it has a good reason to look as it does. */
function isExcused(implementation: Implementation, { kinds }: Evidence, setting: Setting): boolean {
  const { facts, concern, project } = setting;
  return (
    (isStandIn(implementation) && (!kinds.has('effect') || kinds.size < ENOUGH)) ||
    isFalseFriend(implementation, setting) ||
    implementation.declarations.some((declaration) => reportsDeclaration(declaration, facts, concern, project))
  );
}

/** Where a concern has drivers, what neither reaches one nor is named for the concern may well be over another store. */
function isAnotherStore(kinds: Evidence['kinds'], { drivers }: ResolvedConcern): boolean {
  return drivers.length > 0 && !kinds.has('effect') && !kinds.has('name');
}

/**
 * What is given a client and named for it (`RedisCache`, `PrismaAdapter`) is mostly one of its consumers. Where a preset knows
 * what the concern is about, it is one of the manager's parts.
 */
function isConsumer({ isGiven, kinds }: Evidence, { preset }: ResolvedConcern): boolean {
  return preset === undefined && isGiven && kinds.size === ENOUGH && kinds.has('name');
}

/** A single function that touches a driver is reported where it imports it. */
function isSlight({ kind }: Implementation, { kinds }: Evidence): boolean {
  return kind === 'function' && !kinds.has('structure') && !kinds.has('name') && !kinds.has('pool');
}

function violation(
  { kind, name, range }: Implementation,
  { evidence, strictOnly }: Verdict,
  { facts, concern, project }: Setting,
): Violation {
  const { owner, path, obtain, related } = ownerOf(concern, project);
  return {
    check: 'second-implementation',
    concern: concern.id,
    messageId: kind === 'module' ? 'secondModule' : 'secondImplementation',
    data: {
      name,
      noun: duplicateNoun(concern),
      evidence: evidence.words.join('; '),
      concern: concern.id,
      owner,
      path,
      obtain,
    },
    range,
    symbol: kind === 'module' ? facts.path : `${facts.path}#${name}`,
    scope: '',
    related: [
      ...related,
      ...evidence.places.map((place) => ({
        path: facts.path,
        range: place.range,
        message: `Here it touches ${place.label}.`,
      })),
    ],
    fix: null,
    suggestions: [],
    tags: [],
    ...(strictOnly && { strictOnly }),
  };
}

/**
 * Declarations that are named for the concern, and the canonical's operations whose names are words of their own: a copy
 * under another name has them.
 */
function wordsToLookFor({ canonical, noun }: ResolvedConcern, targets: ConcernTargets): CheckWords {
  // The exports of a folder are many things: no one of them is what a second implementation would be like.
  if (canonical.every(({ exportPath }) => exportPath.length === 0)) {
    return { declared: [], anywhere: [] };
  }
  const names = [...canonical.map(({ exportPath, module }) => exportPath[0] ?? moduleName(module)), noun];
  const stems = names
    .map((name) => wordsOf(name).filter((word) => stemOf(word) !== ''))
    .filter((words) => words.join('').length >= (words.length > 1 ? 3 : LONG));
  const operations = targets.canonicalDeclarations.flatMap(({ declaration }) =>
    declaration.kind === 'class' ? operationsOfClass(declaration) : operationsOfObject(declaration.members),
  );
  const telling = operations.map(({ name }) => name).filter((name) => wordsOf(name).length > 1);
  return {
    declared: [...new Set(stems.flatMap(spellings))].map((word) => `*${word}*`),
    anywhere: [...new Set(telling)],
  };
}

/** A shorter single word (`Http`, `Queue`) is in the names of half of a codebase. */
const LONG = 6;

/** `ClickHouse`, `clickHouse`, `Clickhouse`, `clickhouse`, `CLICK_HOUSE`; of a single word `Supervisor` alone. */
function spellings(words: readonly string[]): readonly string[] {
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const [first = '', ...rest] = words;
  const joined = words.join('');
  if (rest.length === 0) {
    return [capital(first)];
  }
  return [
    words.map(capital).join(''),
    [first, ...rest.map(capital)].join(''),
    capital(joined),
    joined,
    words.join('_').toUpperCase(),
  ];
}
