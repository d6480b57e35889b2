/** What is different between two texts: everything in front of it and behind it is equal. */
export interface ChangedPart {
  /** The length of the equal head. */
  readonly head: number;
  /** The length of the equal tail. */
  readonly tail: number;
}

/** Strings of this length are compared at once, natively. */
const CHUNK = 4096;

/** Finds what one edit, or several, changed. */
export function changedPart(before: string, after: string): ChangedPart {
  const limit = Math.min(before.length, after.length);
  let head = 0;
  while (head < limit && before.slice(head, head + CHUNK) === after.slice(head, head + CHUNK)) {
    head += CHUNK;
  }
  head = Math.min(head, limit);
  while (head < limit && before.charCodeAt(head) === after.charCodeAt(head)) {
    head++;
  }
  const rest = limit - head;
  let tail = 0;
  while (tail + CHUNK <= rest && endOf(before, tail) === endOf(after, tail)) {
    tail += CHUNK;
  }
  while (tail < rest && before.charCodeAt(before.length - tail - 1) === after.charCodeAt(after.length - tail - 1)) {
    tail++;
  }
  return { head, tail };
}

/** The chunk in front of the last `tail` characters. */
function endOf(text: string, tail: number): string {
  return text.slice(text.length - tail - CHUNK, text.length - tail);
}
