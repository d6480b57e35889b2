import type { Declaration } from './facts.js';

/** The rest of a declaration of which nothing but the kind, the name and the place is known. */
export const BARE_DECLARATION: Omit<Declaration, 'kind' | 'name' | 'range' | 'nameRange' | 'exportedAs'> = {
  scope: '',
  ambient: false,
  abstract: false,
  binding: null,
  signature: null,
  overloads: 0,
  extends: [],
  implements: [],
  members: [],
  type: null,
  value: null,
  decorated: false,
};
