import type { ModuleFacts, Range } from '../source/facts.js';

/** Stands between two statements. */
export const boundary = ';';

/** Statements beside the violating one that count as its surroundings, on each side. */
const STATEMENTS = 2;
/** A cap for code without semicolons or braces, such as a table of data. */
const MOST_TOKENS = 60;

const token =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<name>[#\p{ID_Start}$_@][\p{ID_Continue}$\u200c\u200d]*)|(?<number>\.?\d[\w.]*)|(?<string>"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')|(?<punctuation>=>|\?\.|\?\?=?|\|\|=?|&&=?|\.\.\.|[=!]==?|[\s\S])/gu;

/** A token of code, without layout. */
interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isName: boolean;
}

/** The tokens of a violating node and of the statements around it. */
export interface Surroundings {
  readonly node: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * Reads the violating node (what stands at `range`, with the call's arguments behind it) and its surroundings as tokens. It
 * is a reading of the text, not of the tree, so that it is the same in every host and costs nothing but the text.
 */
export function tokensAround(text: string, facts: ModuleFacts, range: Range): Surroundings {
  const { named, tokens } = tokensOf(text, facts, enclosing(facts, range));
  const first = tokens.findIndex(({ start }) => start >= range[0]);
  let last = tokens.findLastIndex(({ start }) => start < range[1]);
  last = Math.max(first, endOfCall(tokens, last));
  return {
    node: named.slice(first, last + 1),
    before: statements(named.slice(Math.max(0, first - MOST_TOKENS), first).reverse()).reverse(),
    after: statements(named.slice(last + 1, last + 1 + MOST_TOKENS)),
  };
}

/** A declaration, read as tokens. */
interface ReadDeclaration {
  readonly text: string;
  readonly facts: ModuleFacts;
  readonly home: Range;
  readonly tokens: readonly Token[];
  /** The same without the names that the module gives itself. */
  readonly named: readonly string[];
}

/** The last one: violations of one declaration come one after the other, and one may have hundreds. */
let lastRead: ReadDeclaration | undefined;

function tokensOf(text: string, facts: ModuleFacts, home: Range): ReadDeclaration {
  const isSame = lastRead?.facts === facts && lastRead.home[0] === home[0] && lastRead.home[1] === home[1];
  if (lastRead === undefined || !isSame || lastRead.text !== text) {
    const tokens = tokenize(text, home);
    lastRead = { text, facts, home, tokens, named: withoutOwnNames(tokens, ownNames(facts)) };
  }
  return lastRead;
}

/** The innermost declaration at module level around a range: tokens before it say nothing of the violation. */
function enclosing(facts: ModuleFacts, [start, end]: Range): Range {
  let best: Range = [0, Number.MAX_SAFE_INTEGER];
  for (const { range } of facts.declarations) {
    if (range[0] <= start && range[1] >= end && range[1] - range[0] < best[1] - best[0]) best = range;
  }
  return best;
}

function tokenize(text: string, [start, end]: Range): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = start;
  for (let match = token.exec(text); match !== null && match.index < end; match = token.exec(text)) {
    const { name, number, string, punctuation } = match.groups ?? {};
    const found =
      name ?? number ?? (string === undefined ? undefined : JSON.stringify(string.slice(1, -1))) ?? punctuation;
    if (found === undefined) continue;
    tokens.push({ text: found, start: match.index, end: token.lastIndex, isName: name !== undefined });
  }
  // Formatters add and remove them.
  return tokens.filter(({ text: own }, index) => own !== ',' || !')]}'.includes(tokens[index + 1]?.text ?? ' '));
}

/** The names that the module gives itself: renaming one of them changes nothing that matters. */
function ownNames({ names, globals }: ModuleFacts): ReadonlySet<string> {
  const foreign = new Set(globals.map(({ name }) => name));
  return new Set(names.filter((name) => !foreign.has(name)));
}

function withoutOwnNames(tokens: readonly Token[], own: ReadonlySet<string>): string[] {
  return tokens.map(({ text, isName }, index) => {
    if (!isName || !own.has(text)) return text;
    const before = tokens[index - 1]?.text ?? '';
    const after = tokens[index + 1]?.text ?? '';
    const isMember = before === '.' || before === '?.';
    const isKey = after === ':' && (before === '{' || before === ',');
    return isMember || isKey ? text : '_';
  });
}

function endOfCall(tokens: readonly Token[], last: number): number {
  let index = last + 1;
  if (tokens[index]?.text === '?.') index++;
  if (tokens[index]?.text !== '(') return last;
  let depth = 0;
  for (; index < tokens.length; index++) {
    const text = tokens[index]?.text ?? '';
    if ('([{'.includes(text)) depth++;
    if (')]}'.includes(text) && --depth === 0) return index;
  }
  return last;
}

function statements(tokens: readonly string[]): string[] {
  let left = STATEMENTS;
  const end = tokens.findIndex((text) => (text === ';' || text === '{' || text === '}') && --left === 0);
  return (end === -1 ? tokens : tokens.slice(0, end)).filter((text) => text !== ';');
}
