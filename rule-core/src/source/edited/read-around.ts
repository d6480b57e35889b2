import { extractFacts } from '../extract-facts.js';
import type { ModuleFacts, Range } from '../facts.js';
import { parseModule } from '../parse-module.js';
import { mergedFacts } from './merged-facts.js';
import { partOfText } from './part-of-text.js';
import { isApart, type ReadVersion, type Rest } from './rest.js';
import { shifted } from './shifted.js';
import { hasOwnNamesOnly, indexAt, statementsOf, type Statement } from './statements.js';
import type { Touched } from './touched.js';

/** A version of which only a part was read. */
export interface ReadAround {
  readonly version: ReadVersion;
  readonly rest: Rest;
  readonly facts: ModuleFacts;
}

/**
 * Reads a new version of a module, but for the rest.
 *
 * That the rest still means what it did follows from how a parser works: it reads statement by statement, and what comes
 * later does not change where one ended. So one untouched statement is read on each side of what was touched, and both must
 * come out as they were. (Wagner and Graham, "Efficient and flexible incremental parsing", 1998, do the same with tokens.)
 *
 * @param before The version that the rest is from; none of it is touched.
 * @returns `undefined` where the new version has to be read as a whole.
 */
export function readAround(before: ReadVersion, rest: Rest, touched: Touched, text: string): ReadAround | undefined {
  const { hasFlows, path, statements, texts } = before;
  const { first, last, shift } = touched;
  const isRead = (index: number): boolean =>
    rest.has[index] !== true || rest.isNeeded[index] === true || index === first - 1 || index === last + 1;
  const head = statements.slice(0, first);
  const tail = statements.slice(last + 1).map((statement) => moved(statement, shift));
  const headRead = head.filter((_, index) => isRead(index));
  const tailRead = tail.filter((_, index) => isRead(last + 1 + index));

  const part = partOfText(text, [
    ...headRead.map(whole),
    [head.at(-1)?.range[1] ?? 0, tail[0]?.from ?? text.length],
    ...tailRead.map(whole),
    ...(tail.length === 0 ? [] : [[tail.at(-1)?.range[1] ?? 0, text.length] as const]),
  ]);
  const parsed = part && parseModule(path, part.text, part.separators);
  if (parsed?.kind !== 'parsed' || parsed.record.hasErrors || !hasOwnNamesOnly(parsed.module)) return undefined;
  const middle = between(statementsOf(parsed.module), headRead, tailRead);
  if (middle?.every((statement) => !statement.isShared && isApart(statement, rest)) !== true) return undefined;
  // Comments where a statement was deleted are in front of the next one now.
  const end = middle.at(-1)?.range[1] ?? head.at(-1)?.range[1] ?? 0;
  if (rest.has[last + 1] === true && tail[0]?.from !== end) return undefined;
  const partFacts = extractFacts(parsed.module, { texts });
  if (!hasFlows && partFacts.textFlows.length + partFacts.textReads.length > 0) return undefined;

  const after = [...head, ...middle, ...tail].map((statement, index, all) => {
    const from = all[index - 1]?.range[1] ?? 0;
    return statement.from === from ? statement : { ...statement, from };
  });
  const replaced = (flags: readonly boolean[]): boolean[] => [
    ...flags.slice(0, first),
    ...middle.map(() => false),
    ...flags.slice(last + 1),
  ];
  const has = replaced(rest.has);
  const restFacts = shifted(rest.facts, statements[last]?.range[1] ?? 0, shift);
  const facts = mergedFacts(partFacts, restFacts, {
    statementAt: (offset) => indexAt(after, offset),
    isRest: (statement) => has[statement] === true,
  });
  return {
    version: { path, text, texts, hasFlows, statements: after },
    rest: { ...rest, has, isNeeded: replaced(rest.isNeeded), facts: restFacts },
    facts: has[0] === true ? { ...facts, firstToken: restFacts.firstToken } : facts,
  };
}

function whole({ from, range: [, end] }: Statement): Range {
  return [from, end];
}

/** The statements that are between others; `undefined` if these are not as they were. */
function between(
  found: readonly Statement[],
  head: readonly Statement[],
  tail: readonly Statement[],
): readonly Statement[] | undefined {
  const end = found.length - tail.length;
  const isAsBefore =
    head.length <= end &&
    head.every((statement, index) => isSamePlace(statement, found[index])) &&
    tail.every((statement, index) => isSamePlace(statement, found[end + index]));
  return isAsBefore ? found.slice(head.length, end) : undefined;
}

function isSamePlace({ range }: Statement, found: Statement | undefined): boolean {
  return range[0] === found?.range[0] && range[1] === found.range[1];
}

function moved(statement: Statement, by: number): Statement {
  const { from, range } = statement;
  return by === 0 ? statement : { ...statement, from: from + by, range: [range[0] + by, range[1] + by] };
}
