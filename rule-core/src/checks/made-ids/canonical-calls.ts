import { parseCanonicalExpression } from '../../config/references/canonical-expression.js';
import type { CanonicalExpression, ResolvedConcern } from '../../config/resolved-config.js';
import { denotationOf } from '../denotation.js';
import { resolveReplacement } from '../replacement-target.js';
import type { MadeText, Parameter, Signature } from '../../source/facts.js';
import { ownerOf } from '../owner.js';
import type { Project } from '../project.js';
import { isIdToken, isMakingToken, tokensOf } from './sink-names.js';

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

/** The functions by which consumers make or read IDs, in the order in which they are declared. */
export function canonicalFunctions(concern: ResolvedConcern, project: Project): CanonicalFunction[] {
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
  return [...ofExports, ...concern.accessors.flatMap((accessor) => ofAccessor(accessor, concern, project))];
}

function ofAccessor(accessor: string, concern: ResolvedConcern, project: Project): CanonicalFunction[] {
  const expression = parseCanonicalExpression(`${accessor}()`);
  const target = expression.ok
    ? resolveReplacement(expression.expression, project.targets(concern), project)
    : undefined;
  return target?.denotes.kind === 'object' ? membersOf(`${accessor}()`, target.denotes.members) : [];
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
  /** The call itself, where all of its arguments are known. */
  readonly expression: CanonicalExpression | undefined;
}

/** The call of the canonical that makes an ID like this one. */
export function callFor(
  made: MadeText | undefined,
  name: string,
  concern: ResolvedConcern,
  project: Project,
): CanonicalCall {
  const makers = canonicalFunctions(concern, project).filter(makesIds);
  const prefix = made === undefined ? undefined : prefixOf(made);
  const kind = tokensOf(name.split('.').at(-1) ?? name).filter((token) => !isIdToken(token) && !isMakingToken(token));
  const special = makers.find(
    (maker) => kind.length > 0 && kind.every((token) => tokensOf(maker.name).includes(token)),
  );
  if (special !== undefined) {
    return { words: withParameters(special), expression: undefined };
  }
  const prefixed = makers.find(({ signature }) => takesPrefix(signature));
  if (prefixed !== undefined && prefix !== undefined) {
    const text = `${prefixed.text}('${prefix}')`;
    const parsed = parseCanonicalExpression(text);
    return { words: text, expression: parsed.ok ? parsed.expression : undefined };
  }
  const plain = makers.find(({ signature }) => signature.parameters.every(isOptional)) ?? prefixed;
  return {
    words: plain === undefined ? ownerOf(concern, project).obtain : withParameters(plain),
    expression: undefined,
  };
}

/** The function of the canonical that reads what an ID like this one says. */
export function readerFor(names: readonly string[], concern: ResolvedConcern, project: Project): string {
  const wanted = new Set(names.flatMap(tokensOf).filter((token) => !isIdToken(token)));
  const readers = canonicalFunctions(concern, project).filter(({ name, signature }) => {
    const tokens = tokensOf(name);
    const [parameter] = signature.parameters;
    const isQuestion = tokens[0] === 'is' || tokens[0] === 'has';
    return (
      !isQuestion &&
      !tokens.some((token) => isMakingToken(token)) &&
      parameter !== undefined &&
      tokensOf(parameter.name).some((token) => wanted.has(token))
    );
  });
  const [reader] = readers;
  return reader === undefined ? ownerOf(concern, project).obtain : withParameters(reader);
}

function makesIds({ name }: CanonicalFunction): boolean {
  const tokens = tokensOf(name);
  return (
    tokens.some((token) => isMakingToken(token)) ||
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
