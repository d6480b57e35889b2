/** A name as a part of a regular expression: of the characters that names are made of, only `$` means something there. */
export function namePattern(name: string): string {
  return name.replaceAll('$', String.raw`\$`);
}
