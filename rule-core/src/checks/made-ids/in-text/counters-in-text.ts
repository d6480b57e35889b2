import { isInSameFunction } from './functions-in-text.js';
import { isIdle, readsAreIdle, type ValueInText } from './idle-values.js';
import { isInComment } from './text-scan.js';

const COUNTING = /\+\+|\+= 1/g;
/** How far a name, and what stands before it, may reach. */
const NEAR = 160;
const KEYWORD = /^(?:return|yield|await|case|of|in|typeof|void)$/;

/** Whether no counter of a text becomes a text with a name; `false` where that is not clear. */
export function areCountersIdle(text: string): boolean {
  const scope = new DeclaredVariables(text);
  const judged = new Set<string>();
  for (const { 0: operator, index } of text.matchAll(COUNTING)) {
    const counter = counterAt(text, index, operator);
    if (counter === undefined || !mayTellApart(counter, scope) || isInComment(text, index)) continue;
    if (!isIdle(counter, new Set())) return false;
    const { name, object } = counter;
    const key = `${object ?? ''}.${name}`;
    if (name === 'current' || judged.has(key)) continue;
    judged.add(key);
    if (!readsAreIdle(counter, name, object, new Set())) return false;
  }
  return true;
}

/** The expression that counts, and what it counts. */
interface Counter extends ValueInText {
  readonly name: string;
  /** `this`, a class, a ref; `undefined` for a variable. */
  readonly object: string | undefined;
}

/** `undefined` for what belongs to some data at hand: `list[index]++`, `state.list.count++`. */
function counterAt(text: string, index: number, operator: string): Counter | undefined {
  const before = /((?:[\w$#]+[!?]?\.)*[\w$#]+)!?\s*$/.exec(text.slice(Math.max(0, index - NEAR), index));
  const isPostfix = before !== null && !KEYWORD.test(before[1] ?? '');
  const behind =
    isPostfix || operator !== '++'
      ? null
      : /^\s*((?:[\w$]+[!?]?\.)*[\w$#]+)/.exec(text.slice(index + 2, index + 2 + NEAR));
  const names = (isPostfix ? before[1] : behind?.[1])?.split(/[!?]?\./) ?? [];
  const name = names.at(-1);
  if (name === undefined || names.length > 2) return undefined;
  const added = /^\+= [\d_.]+/.exec(text.slice(index, index + NEAR))?.[0] ?? operator;
  return {
    text,
    start: isPostfix ? index - before[0].length : index,
    end: index + (isPostfix ? added.length : 2 + (behind?.[0].length ?? 0)),
    isRaw: true,
    isClock: false,
    name,
    object: names.length === 2 ? names[0] : undefined,
  };
}

/** Whether a counter may outlive the function that counts: only then it tells calls apart. */
function mayTellApart({ name, object, start }: Counter, scope: DeclaredVariables): boolean {
  return object === undefined
    ? scope.mayOutlive(name, start)
    : name === 'current' || object === 'this' || /^[A-Z]/.test(object);
}

/** The variables that a text declares with `let` and `var`. */
class DeclaredVariables {
  #declarations: readonly { readonly start: number; readonly names: ReadonlySet<string> }[] | undefined;
  #hasGenerator: boolean | undefined;

  constructor(private readonly text: string) {}

  /** Whether a variable may live longer than the function around `place`. */
  mayOutlive(name: string, place: number): boolean {
    this.#declarations ??= declarationsIn(this.text);
    const starts = this.#declarations.filter(({ names }) => names.has(name)).map(({ start }) => start);
    const last = starts.findLast((start) => start < place);
    if (starts.length === 0) return false;
    this.#hasGenerator ??= hasGenerator(this.text);
    return last === undefined || this.#hasGenerator || !isInSameFunction(this.text, last, place);
  }
}

/** Longer declarations are of something else than numbers. */
const LONGEST_DECLARATION = 400;

function declarationsIn(text: string): { readonly start: number; readonly names: ReadonlySet<string> }[] {
  return [...text.matchAll(/\b(?:let|var)\s/g)].map(({ index: start }) => {
    const [statement = ''] = text.slice(start, start + LONGEST_DECLARATION).split(';', 1);
    return { start, names: new Set(statement.match(/[\w$]+/g)) };
  });
}

/** A generator function keeps its locals from one value to the next. */
function hasGenerator(text: string): boolean {
  return (
    /\bfunction\s*\*/.test(text) ||
    [...text.matchAll(/\*(?=[\w$#[])/g)].some(({ index }) =>
      /(?:[{};,\n]|\basync)\s*$/.test(text.slice(Math.max(0, index - NEAR), index)),
    )
  );
}
