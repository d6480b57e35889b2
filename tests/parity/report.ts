/** A violation as a host reports it, in terms that all hosts share. Offsets are UTF-16 code units behind a byte order mark. */
export interface Report {
  /** With the plugin's prefix. */
  readonly rule: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** The text of the file once the fix is applied, or `null` without one; `undefined` where the host does not tell. */
  readonly fixed?: string | null;
  /** The same for every suggestion, by title. */
  readonly suggested?: Readonly<Record<string, string>>;
}

/** What one host says of the files of a project, by path. */
export type Reports = ReadonlyMap<string, readonly Report[]>;

/** Sorts reports by place, then by what they say. */
export function inOrder(reports: readonly Report[]): Report[] {
  return [...reports].sort(
    (a, b) => a.start - b.start || a.end - b.end || compare(a.rule, b.rule) || compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The offset of a place in a text; lines and columns are counted from 1, columns in UTF-16 code units. */
export function offsetAt(text: string, line: number, column: number): number {
  let start = 0;
  for (let count = 1; count < line; count++) {
    const rest = /\r\n|[\n\r\u2028\u2029]/u.exec(text.slice(start));
    if (rest === null) break;
    start += rest.index + rest[0].length;
  }
  return start + column - 1;
}

export function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/u, '');
}
