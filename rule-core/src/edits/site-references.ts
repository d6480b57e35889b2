import type { Reference } from '../source/facts.js';
import type { UseSite } from '../symbols/uses/symbol-use.js';

/** What is done with the symbol at a site. */
export function referencesOf(site: UseSite): readonly Reference[] {
  switch (site.kind) {
    case 'binding':
      return site.binding.references;
    case 'module':
      return [];
    case 'member':
    case 'global':
      return [site.reference];
  }
}

/** How many links of these references lead to the symbol. */
export function depthOf(site: UseSite): number {
  return site.kind === 'member' || site.kind === 'global' ? site.depth : 0;
}
