import type { Declaration } from './facts.js';

/** A declaration while it is put together. */
export type Draft = { -readonly [Field in keyof Declaration]: Declaration[Field] };

/** A declaration of which nothing is known but what it is, its names and its place. */
export function bareDeclaration({
  kind,
  name,
  range,
  nameRange,
  exportedAs,
}: Pick<Declaration, 'kind' | 'name' | 'range' | 'nameRange' | 'exportedAs'>): Draft {
  // Written out: spreading an object takes ten times as long, and there is one of these for each declaration of a module.
  return {
    kind,
    name,
    range,
    nameRange,
    scope: '',
    exportedAs,
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
}
