/** What `*` stands for where `pattern` (one `*` at most) matches `text`: `''` for an exact match, `undefined` for none. */
export function matchWildcard(pattern: string, text: string): string | undefined {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === text ? '' : undefined;
  const tail = pattern.slice(star + 1);
  return text.length >= pattern.length - 1 && text.startsWith(pattern.slice(0, star)) && text.endsWith(tail)
    ? text.slice(star, text.length - tail.length)
    : undefined;
}

/** `pattern` with every `*` replaced. */
export function fillWildcard(pattern: string, text: string): string {
  return pattern.split('*').join(text);
}

/** Whether `a` is more specific than `b`, in the order of TypeScript's `paths`, `imports` and `exports`: exact first, then the longest prefix. */
export function compareSpecificity(a: string, b: string): number {
  const [starA, starB] = [a.indexOf('*'), b.indexOf('*')];
  if (starA < 0 || starB < 0) return (starA < 0 ? 0 : 1) - (starB < 0 ? 0 : 1);
  return starB - starA || b.length - a.length;
}
