import { namesArgument } from '../../../source/flows/arrivals.js';
import { isNumericCall, passesArgument } from '../../../source/flows/arguments.js';
import { isTextMethod, isTextName, readsOtherwise } from '../../../source/flows/composition.js';
import { passesReceiver } from '../../../source/flows/methods.js';
import { followsFunction, isTransparentKey } from '../../../source/flows/names.js';
import { isIdToken, isMakingToken, sinkClass, tokensOf } from '../sink-names.js';
import { bracketBefore, expressionAround, type ExpressionBounds } from './expression-bounds.js';
import { functionAround, headerBefore, parameterOf, type FunctionInText } from './functions-in-text.js';
import { readsOf } from './reads-in-text.js';
import { endOf } from './text-scan.js';
import { namePattern } from '../../../source/names/name-pattern.js';

/** An expression in a text, whose value is a reading of the clock or a count. */
export interface ValueInText {
  readonly text: string;
  /** UTF-16 offset of its first code unit. */
  readonly start: number;
  /** UTF-16 offset behind its last code unit. */
  readonly end: number;
  /** It is a number or a date by now, and not a text. */
  readonly isRaw: boolean;
  readonly isClock: boolean;
}

/** How far around a value its text is looked at. */
const NEAR = 240;
/** Names that one value is followed through: more are not worth the search. */
const MOST_NAMES = 8;

/**
 * Whether a value becomes no text with a name, by what stands around it; `false` where that is not clear.
 *
 * @param followed the names that the value was followed through
 */
export function isIdle(value: ValueInText, followed: Set<string>): boolean {
  const { isClock, isRaw: wasRaw, start, text } = value;
  const chain = endOfChain(value);
  if (typeof chain === 'boolean') return chain;
  const { isRaw, position } = chain;
  const behind = text.slice(position, position + NEAR).trimStart();
  const before = text.slice(Math.max(0, start - NEAR), start).trimEnd();
  if (isComparison(behind, before)) return true;
  // A time that something is taken from, or that is taken from something, is a duration.
  if (isClock && isRaw && /^-\s*(?:[a-z_$][\w$]*|[A-Z][\w$]*\.)/.test(behind)) return true;
  if (isClock && isRaw && /(?:^|[^\w$.])(?:[a-z_$][\w$]*|[\w$]+[!?]?\.[\w$.!?]+)(?:\(\))?\s*-$/.test(before))
    return true;
  const bounds = expressionAround(text, start, position);
  if (bounds === undefined) return false;
  const expression = text.slice(bounds.start, bounds.end);
  if (!isRaw || !wasRaw || !isNumeric(text, expression, start - bounds.start, value.end - value.start)) {
    if (/(?<!\+)\+(?![+=])/.test(outside(expression, start - bounds.start, position - bounds.start))) return false;
  }
  return isIdleIn({ ...value, isRaw }, bounds, followed);
}

/**
 * Whether no read of a name that has such a value becomes a text with a name.
 *
 * @param object what the name is a member of: `this`, a class; `undefined` for a variable, or where it may be either
 */
export function readsAreIdle(
  value: ValueInText,
  name: string,
  object: string | undefined,
  followed: Set<string>,
): boolean {
  if (followed.has(name)) return true;
  if (followed.size >= MOST_NAMES) return false;
  followed.add(name);
  return readsOf(value.text, name, object)?.every((read) => isIdle({ ...value, ...read }, followed)) === true;
}

/** Behind the methods that are called on a value; `true` where it ends in one of them, `false` where that is not clear. */
function endOfChain({
  end,
  isRaw,
  text,
}: ValueInText): boolean | { readonly position: number; readonly isRaw: boolean } {
  let position = end;
  let raw = isRaw;
  const member = /\s*!?\??\.\s*([\w$]+)\s*(\()?/y;
  for (;;) {
    member.lastIndex = position;
    const match = member.exec(text);
    if (match === null) break;
    const [whole, name = '', call] = match;
    if (name === 'current' || name === 'value' || name === 'then') return false;
    if (call === undefined || !passesReceiver(name)) return true;
    const closing = endOf(text, position + whole.length - 1);
    if (closing === undefined || name === 'concat') return false;
    if (!/^(?:getTime|valueOf)$/.test(name)) raw = false;
    position = closing + 1;
  }
  if (/^!(?!=)/.test(text.slice(position, position + 2))) position++;
  return /^\s*(?:\[|as\b|satisfies\b|\()/.test(text.slice(position, position + NEAR))
    ? false
    : { position, isRaw: raw };
}

function isComparison(behind: string, before: string): boolean {
  return (
    /^(?:[<>]=?(?=[\s\w($-])|[=!]==?|instanceof\b)/.test(behind) ||
    (/(?:[=!]==?|[<>]=?)$/.test(before) && !before.endsWith('=>')) ||
    /(?:\+\+|--|\btypeof|\bvoid|(?:^|[^\w$)\]=!<>])!)$/.test(before)
  );
}

/** The code units of an expression around a part of it. */
function outside(expression: string, start: number, end: number): string {
  return `${expression.slice(0, start)} ${expression.slice(end)}`;
}

/** Whether nothing in an expression says that its `+` joins texts. */
function isNumeric(text: string, expression: string, start: number, length: number): boolean {
  const rest = outside(expression, start, start + length);
  if (/["'`]/.test(rest)) return false;
  const names: readonly string[] = rest.match(/[A-Za-z_$][\w$]*/g) ?? [];
  return names.every(
    (name) => !isTextName(name) && !isTextMethod(name) && name !== 'String' && !isDeclaredText(text, name),
  );
}

function isDeclaredText(text: string, name: string): boolean {
  return new RegExp(String.raw`(?<![\w$])${namePattern(name)}\s*(?:\??:\s*string\b|(?::[^=\n]*)?=\s*["'\x60])`).test(
    text,
  );
}

/** Whether the whole expression that has the value is idle where it stands. */
function isIdleIn(value: ValueInText, bounds: ExpressionBounds, followed: Set<string>): boolean {
  const whole: ValueInText = { ...value, start: bounds.start, end: bounds.end };
  switch (bounds.before) {
    case '':
    case 'throw':
    case 'case':
    case 'else':
      return true;
    case '{':
      return isIdleInBraces(whole);
    case '[':
      return isIdleInBrackets(whole, bounds);
    case ':':
      return isIdleProperty(whole);
    case '=':
      return isIdleTarget(whole, followed);
    case '(':
      return isIdleArgument(whole, bounds.start, 0, followed);
    case ',':
      return isIdleInList(whole, followed);
    case 'return':
      return isIdleResult(whole, functionAround(value.text, bounds.start), followed);
    case '=>':
      return isIdleResult(whole, headerBefore(value.text, bounds.start - 1), followed);
    default:
      return false;
  }
}

/** `{ now, … }`, `{now}` and `name={now}` in JSX, a block, the hole of a template. */
function isIdleInBraces({ isRaw, start, text }: ValueInText): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start).trimEnd();
  if (before.endsWith('${')) return isInSentence(text, start);
  const attribute = /([\w$-]+)\s*=\s*\{$/.exec(before)?.[1];
  return attribute === undefined || isRaw || !isIdName(attribute);
}

/** Whether the template around a hole is no ID by its literals. */
function isInSentence(text: string, hole: number): boolean {
  const opening = text.lastIndexOf('`', hole);
  if (opening < 0 || hole - opening > NEAR) return false;
  if (
    /[\w$\])]$/.test(text.slice(Math.max(0, opening - 1), opening)) &&
    !/\b(?:return|case|await|yield|of|in)$/.test(text.slice(Math.max(0, opening - 8), opening))
  )
    return false;
  const before = text
    .slice(opening + 1, hole)
    .replace(/\$\{\s*$/, '')
    .split(/\$\{[^{}]*\}/);
  return before.every((literal) => !/[{}]/.test(literal)) && readsOtherwise(before.filter((literal) => literal !== ''));
}

function isIdName(name: string): boolean {
  const sink = sinkClass(name);
  return sink !== 'none' && sink !== 'never';
}

/** `list[count]` */
function isIdleInBrackets({ isRaw, start, text }: ValueInText, { behind }: ExpressionBounds): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start).trimEnd();
  return (
    isRaw &&
    behind === ']' &&
    /[\w$)\]!.]\s*\[$/.test(before) &&
    !/\b(?:return|yield|await|case|of|in|typeof)\s*\[$/.test(before)
  );
}

/** `startedAt: Date.now()` */
function isIdleProperty({ isRaw, start, text }: ValueInText): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start).trimEnd();
  const match = /(?:"([^"\n]*)"|'([^'\n]*)'|([\w$-]+))\s*:$/.exec(before);
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  return name !== undefined && !isTransparentKey(name) && (isRaw || !isIdName(name));
}

/** `const now = Date.now()`, `this.now = Date.now()`, `state.now = Date.now()`, `const [now] = useState(Date.now())`. */
function isIdleTarget(value: ValueInText, followed: Set<string>): boolean {
  const { isRaw, start, text } = value;
  const before = text.slice(Math.max(0, start - NEAR), start).trimEnd();
  const match =
    /(?:([\w$\])]+)\s*!?\??\.\s*)?(#?[\w$]+)\s*(?:!?\??:\s*[\w$.<>[\]| ]+?)?\s*(?:\?\?|\|\||&&)?=$/.exec(before) ??
    /(?:const|let|var)\s*()\[\s*([\w$]+)[^\]=]*\](?:\s*:[^=]*)?\s*=$/.exec(before);
  if (match === null) return false;
  const [, object, name = ''] = match;
  if (name === 'current' || (!isRaw && isIdName(name))) return false;
  const isOfOther = object !== undefined && object !== '' && object !== 'this' && !/^[A-Z]/.test(object);
  return isOfOther || readsAreIdle(value, name.replace('#', ''), object === '' ? undefined : object, followed);
}

/** `report(Date.now())`. `at` is behind the bracket. */
function isIdleArgument(value: ValueInText, at: number, position: number, followed: Set<string>): boolean {
  const { isRaw, text } = value;
  const before = text.slice(Math.max(0, at - NEAR), at).trimEnd();
  const match = /(\bnew\s+)?((?:[\w$\])!]+\s*\??\.\s*)*)([\w$]+)?\s*(?:<[\w$.[\]| ]*>)?\($/.exec(before);
  const closing = endOf(text, before.length - 1 + Math.max(0, at - NEAR));
  if (match === null || closing === undefined) return false;
  const [whole, construction, object = '', name = ''] = match;
  const given = (raw: boolean): boolean => {
    const start = Math.max(0, at - NEAR) + match.index;
    return /^[\])]/.test(whole) ? false : isIdle({ ...value, start, end: closing + 1, isRaw: raw }, followed);
  };
  if (/^(?:if|while|switch|catch)$/.test(name)) return true;
  if (name === '' || /^(?:for|return|await|typeof|of|in|case|yield|throw|function)$/.test(name)) {
    return name === '' && object === '' && given(isRaw);
  }
  if (construction !== undefined) return name === 'Date' ? given(isRaw) : !/Array$/.test(name);
  if (name === 'useState') return given(isRaw);
  if (passesArgument(name)) return isRaw && isNumericCall(name) && given(true);
  if (namesArgument(name)) return isRaw || (position === 0 && /^set[A-Z]/.test(name) && !isIdName(name.slice(3)));
  if (name === 'push') {
    const list = /^([\w$]+)\s*\??\.\s*$/.exec(object)?.[1];
    return list !== undefined && list !== 'this' && readsAreIdle(value, list, undefined, followed);
  }
  if (object !== '') return true;
  // A function of this module has the value in its parameter from then on.
  const parameter = parameterOf(text, name, position);
  if (typeof parameter === 'boolean') return parameter;
  return (isRaw || !isIdName(parameter)) && readsAreIdle(value, parameter, undefined, followed);
}

/** What a function returns: its name says what that is, and its calls have it. */
function isIdleResult(value: ValueInText, fn: FunctionInText | undefined, followed: Set<string>): boolean {
  if (fn === undefined) return false;
  const { isRaw, text } = value;
  if (fn.kind === 'argument') return !followsFunction(fn.name);
  const tokens = tokensOf(fn.name);
  if (isRaw ? tokens.some(isIdToken) && tokens.some((token) => isMakingToken(token)) : isIdName(fn.name)) return false;
  if (followed.has(`${fn.name}()`)) return true;
  if (followed.size >= MOST_NAMES) return false;
  followed.add(`${fn.name}()`);
  const reads = readsOf(text, fn.name, fn.kind === 'member' ? 'this' : undefined);
  return (
    reads?.every(({ end, start }) => {
      if (!/^\s*\(/.test(text.slice(end, end + 8))) return true;
      const closing = endOf(text, text.indexOf('(', end));
      return closing !== undefined && isIdle({ ...value, start, end: closing + 1 }, followed);
    }) === true
  );
}

/** An element, an argument or a property: by the bracket around it. */
function isIdleInList(value: ValueInText, followed: Set<string>): boolean {
  const { start, text } = value;
  const bracket = bracketBefore(text, start);
  switch (bracket && text.charAt(bracket.at)) {
    case '(':
      return bracket !== undefined && isIdleArgument(value, bracket.at + 1, bracket.commas, followed);
    case '{':
      return true;
    default:
      return false;
  }
}
