/** `declare` in front of it. Trees of JavaScript parsers leave the field out. */
export function isDeclared({ declare }: { readonly declare?: boolean | undefined }): boolean {
  return declare === true;
}

/** `abstract` in front of it. Trees of JavaScript parsers leave the field out. */
export function isAbstract({ abstract }: { readonly abstract?: boolean | undefined }): boolean {
  return abstract === true;
}
