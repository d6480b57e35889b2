/** A modifier of a node; trees of JavaScript parsers leave out the ones of TypeScript. */
export function isSet(modifier: boolean | undefined): boolean {
  return modifier === true;
}
