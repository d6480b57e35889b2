import type { Origin } from './project.js';

/** A symbol as messages and identities write it: `src/ids.ts#newId`, `uuid#v4`, `ws`. */
export function symbolText({ target, path }: Origin): string {
  const suffix = path.length === 0 ? '' : `#${path.join('.')}`;
  switch (target.kind) {
    case 'module':
      return target.path + suffix;
    case 'package':
      return (target.subpath === '' ? target.name : `${target.name}/${target.subpath}`) + suffix;
    case 'unresolved':
      return target.specifier + suffix;
  }
}
