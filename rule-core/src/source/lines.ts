/** Where each line of a text starts, in UTF-16 code units. Lines end as in ECMAScript and in ESLint. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (const lineBreak of text.matchAll(/\r\n|[\n\r\u2028\u2029]/gu)) {
    starts.push(lineBreak.index + lineBreak[0].length);
  }
  return starts;
}

/** The line that an offset is on, from 0. */
export function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
