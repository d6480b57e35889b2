const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** Whether a text is an identifier of JavaScript. Reserved words count, as they do behind a dot. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}
