/**
 * The variable that an expression is put into, by the text in front of it: `client` for `const client = await ` and for
 * `client ??= `. Locals are no facts.
 */
export function nameFilledBy(before: string): string | undefined {
  return /(?:^|[\s;{}(,])([\w$]+)\s*(?::[^=;{}]*)?(?:\?\?|\|\|)?=\s*(?:await\s+)?$/u.exec(before.slice(-200))?.[1];
}
