import { parseCanonicalExpression } from '../../config/references/canonical-expression.js';
import type { CanonicalExpression, ResolvedConcern } from '../../config/resolved-config.js';
import { denotationOf } from '../../symbols/denotation.js';
import { resolveReplacement } from '../../symbols/replacement-target.js';
import type { MadeText, Parameter, Signature } from '../../source/facts.js';
import type { ConcernTargets } from '../../symbols/concern-targets.js';
import { ownerOf } from '../../symbols/owner.js';
import type { Project } from '../../symbols/project.js';
import { isIdToken, isMakingToken, sinkClass, tokensOf } from './sink-names.js';

/** A way to call the canonical. */
export interface CanonicalFunction {
  /** `IdManager.newId`, `getIds().newId`, `newId`. */
  readonly text: string;
  readonly name: string;
  readonly signature: Signature;
}

const READS = new Set([
  'is',
  'has',
  'validate',
  'valid',
  'parse',
  'extract',
  'get',
  'of',
  'from',
  'check',
  'assert',
  'decode',
  'split',
  'read',
]);

/** Keyed by the concern's resolved symbols: they last as long as the files that they were read from. */
const memo = new WeakMap<ConcernTargets, readonly CanonicalFunction[]>();

/** The functions by which consumers make or read IDs, in the order in which they are declared. */
function canonicalFunctions(concern: ResolvedConcern, project: Project): readonly CanonicalFunction[] {
  const targets = project.targets(concern);
  const known = memo.get(targets) ?? readFunctions(concern, project);
  memo.set(targets, known);
  return known;
}

function readFunctions(concern: ResolvedConcern, project: Project): readonly CanonicalFunction[] {
  const targets = project.targets(concern);
  const names = [
    ...concern.canonical.flatMap(({ exportPath }) => exportPath.slice(0, 1)),
    ...targets.canonicalDeclarations.map(({ name }) => name),
  ];
  const roots = [...new Set(names)].filter((name) => name !== 'default' && name !== '');
  const ofExports = roots.flatMap((name): CanonicalFunction[] => {
    const root = targets.rootExport(name);
    const denotes = root && denotationOf(root.origin, project);
    switch (denotes?.kind) {
      case 'function':
        return [{ text: name, name, signature: denotes.signature }];
      case 'object':
        return membersOf(name, denotes.members);
      case 'type':
        return membersOf(
          name,
          denotes.declaration.members.filter((member) => member.static),
        );
      default:
        return [];
    }
  });
  const ofAccessors = concern.accessors.flatMap((accessor) => ofAccessor(accessor, concern, project));
  return [...new Map([...ofExports, ...ofAccessors].map((one) => [one.text, one])).values()];
}

function ofAccessor(accessor: string, concern: ResolvedConcern, project: Project): CanonicalFunction[] {
  return [accessor, `${accessor}()`].flatMap((text) => {
    const expression = parseCanonicalExpression(text);
    const target = expression.ok
      ? resolveReplacement(expression.expression, project.targets(concern), project)
      : undefined;
    return target?.denotes.kind === 'object' ? membersOf(text, target.denotes.members) : [];
  });
}

function membersOf(
  owner: string,
  members: readonly {
    readonly name: string;
    readonly visibility: string;
    readonly kind: string;
    readonly signature: Signature | null;
  }[],
): CanonicalFunction[] {
  return members.flatMap(({ kind, name, signature, visibility }) =>
    signature === null || visibility !== 'public' || kind === 'constructor' || !/^[\w$]+$/u.test(name)
      ? []
      : [{ text: `${owner}.${name}`, name, signature }],
  );
}

/** What to write for a text that is made by hand. */
export interface CanonicalCall {
  /** For the message: `IdManager.newId('inv')`, `IdManager.generateRunId(threadId)`. */
  readonly words: string;
  /** The canonical's declaration that the call starts with, where there is one call alone. */
  readonly root: string | undefined;
  /** The call itself, where all of its arguments are known. */
  readonly expression: CanonicalExpression | undefined;
}

/** The call of the canonical that makes an ID like this one, or those that make any. */
export function callFor(
  made: MadeText | undefined,
  name: string,
  concern: ResolvedConcern,
  project: Project,
): CanonicalCall {
  const declared = declaredMakers(concern);
  const makers = canonicalFunctions(concern, project).filter((one) => declared.has(one.text) || makesIds(one));
  const prefix = made === undefined ? undefined : prefixOf(made);
  const kind = kindOf(name.split('.').at(-1) ?? name);
  const special = kind.length === 0 ? undefined : closest(makers, kind);
  if (special !== undefined) {
    return callOf(special);
  }
  const prefixed = makers.find(({ signature }) => takesPrefix(signature));
  if (prefixed !== undefined && prefix !== undefined) {
    const text = `${prefixed.text}('${prefix}')`;
    const parsed = parseCanonicalExpression(text);
    // A hook may be called only where a component renders.
    const isHook = /^use[A-Z]/u.test(prefixed.name);
    return { words: text, root: rootOf(prefixed), expression: parsed.ok && !isHook ? parsed.expression : undefined };
  }
  const isCanonical = ({ text }: CanonicalFunction): boolean =>
    concern.canonical.some(({ exportPath }) => exportPath.join('.') === text);
  const named = makers.filter((maker) => kindOf(maker.name).length === 0);
  const general =
    named.length > 0 ? named : makers.filter((maker) => takesPrefix(maker.signature) || isCanonical(maker));
  const plain = general.filter(({ signature }) => signature.parameters.every(isOptional));
  const [first, ...others] = plain.length > 0 ? plain : general;
  if (first === undefined || others.length >= MOST) {
    return { words: ownerOf(concern, project).obtain, root: undefined, expression: undefined };
  }
  return others.length === 0
    ? callOf(first)
    : { words: [first, ...others].map(withParameters).join(' or '), root: undefined, expression: undefined };
}

/** What the team says takes the place of twins makes IDs, whatever it is called. */
function declaredMakers({ replacements }: ResolvedConcern): ReadonlySet<string> {
  return new Set(replacements.map(({ to }) => to.text.replace(/\([^()]*\)$/u, '')));
}

/** So many calls are no advice. */
const MOST = 3;

/** What the words of a name say besides that it makes an ID: `['run']` for `generateRunId`, `[]` for `newId` and `randomUUID`. */
function kindOf(name: string): string[] {
  return tokensOf(name).filter((token) => !isIdToken(token) && !isMakingToken(token) && !GENERAL.has(token));
}

/** Words that say nothing about what an ID is for. */
const GENERAL = new Set([
  'for',
  'of',
  'random',
  'unique',
  'short',
  'secure',
  'safe',
  'entity',
  'prefixed',
  'with',
  'prefix',
  'get',
]);

/** The maker for IDs of a kind that is for the fewest others. */
function closest(makers: readonly CanonicalFunction[], kind: readonly string[]): CanonicalFunction | undefined {
  const ofKind = makers.filter(({ name }) => kind.every((token) => tokensOf(name).includes(token)));
  return ofKind.sort((a, b) => kindOf(a.name).length - kindOf(b.name).length)[0];
}

function callOf(maker: CanonicalFunction): CanonicalCall {
  return { words: withParameters(maker), root: rootOf(maker), expression: undefined };
}

function rootOf({ text }: CanonicalFunction): string | undefined {
  return /^[\w$]+/u.exec(text)?.[0];
}

/** The function of the canonical that reads what an ID like this one says. */
export function readerFor(names: readonly string[], concern: ResolvedConcern, project: Project): string {
  const wanted = new Set(names.flatMap(tokensOf).filter((token) => !isIdToken(token)));
  const readers = canonicalFunctions(concern, project).filter((candidate) => {
    const { name, signature } = candidate;
    const tokens = tokensOf(name);
    const [parameter] = signature.parameters;
    const isQuestion = tokens[0] === 'is' || tokens[0] === 'has';
    return (
      !isQuestion &&
      !makesIds(candidate) &&
      !tokens.some((token) => isMakingToken(token)) &&
      parameter !== undefined &&
      tokensOf(parameter.name).some((token) => wanted.has(token))
    );
  });
  const [reader] = readers;
  return reader === undefined ? ownerOf(concern, project).obtain : withParameters(reader);
}

/** Whether a function makes IDs, by its name or its owner's: `createUser` and `generateApiKey` make something else. */
function makesIds({ name, text }: CanonicalFunction): boolean {
  const tokens = tokensOf(name);
  if (sinkClass(name) === 'never') {
    return false;
  }
  const isAboutIds = tokensOf(text).some(isIdToken) || kindOf(name).length === 0;
  return (
    (tokens.some((token) => isMakingToken(token)) && isAboutIds) ||
    (tokens.some(isIdToken) && !tokens.some((token) => READS.has(token)))
  );
}

function isOptional({ optional, rest }: Parameter): boolean {
  return optional || rest;
}

function takesPrefix({ parameters: [first, ...others] }: Signature): boolean {
  const isPrefix =
    first !== undefined &&
    tokensOf(first.name).some((token) => /^(?:prefix|namespace|kind|entity|scope)$/u.test(token));
  return isPrefix && others.every(isOptional);
}

/** `inv` of `inv_…`; `undefined` where the text does not start with a word and a separator. */
function prefixOf({ parts: [first], form }: MadeText): string | undefined {
  const match =
    form === 'composed' && first?.kind === 'literal' ? /^([A-Za-z][\w-]*?)[-_:.]+$/u.exec(first.text) : null;
  return match?.[1];
}

function withParameters({ signature, text }: CanonicalFunction): string {
  const names = signature.parameters
    .filter((parameter) => !isOptional(parameter))
    .map(({ name }) => (name === '' ? 'options' : name));
  return `${text}(${names.join(', ')})`;
}
