import type { Binding, Range } from '../../source/facts.js';
import type { Edit } from '../edit.js';

const COMPUTED = /(?<optional>\?\.\s*)?\[\s*(?<quote>["'`])(?<name>[^"'`\\]*)\k<quote>\s*\]$/u;

/** Whether a variable holds one member of a module that is loaded on the spot: `const a = require('m').a`. */
export function isHeldMember({ imported, local, range, nameRange }: Binding): boolean {
  return imported !== '*' && local !== null && nameRange[1] <= range[0];
}

/**
 * Writes another name in the place of the last one of a chain of types, where `(typeof import('m'))['a']` has no other form.
 *
 * @param chain ends with `.name` or `['name']`
 */
export function writeTypeMember(text: string, chain: Range, name: string, written: string): Edit | undefined {
  const [computed] = COMPUTED.exec(text.slice(...chain)) ?? [];
  if (computed === undefined || written === '') {
    return writeMember(text, chain, name, written);
  }
  const quote = chain[1] - computed.length + computed.search(/["'`]/u);
  return { range: [quote + 1, quote + 1 + name.length], text: written };
}

/**
 * Writes other members in the place of the last one of a chain.
 *
 * @param chain ends with `.name` or `['name']`
 * @param written members joined with `.`; `''` leaves the object alone
 * @returns `undefined` where the chain does not end that way
 */
export function writeMember(text: string, [start, end]: Range, name: string, written: string): Edit | undefined {
  const chain = text.slice(start, end);
  const computed = COMPUTED.exec(chain);
  if (computed?.groups?.['name'] === name) {
    const separator = written === '' ? '' : computed.groups['optional'] === undefined ? '.' : '?.';
    return { range: [end - computed[0].length, end], text: separator + written };
  }
  if (!chain.endsWith(`.${name}`)) {
    return undefined;
  }
  if (written !== '') {
    return { range: [end - name.length, end], text: written };
  }
  const separator = chain.endsWith(`?.${name}`) ? 2 : 1;
  return { range: [end - name.length - separator, end], text: '' };
}
