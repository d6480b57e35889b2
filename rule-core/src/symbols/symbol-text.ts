import { globalsPackage } from './builtin-symbols.js';
import type { Origin } from './project.js';

/** A symbol as messages and identities write it: `src/ids.ts#newId`, `uuid#v4`, `ws`, `global:fetch`. */
export function symbolText({ target, path }: Origin): string {
  const suffix = path.length === 0 ? '' : `#${path.join('.')}`;
  switch (target.kind) {
    case 'module':
      return target.path + suffix;
    case 'package':
      if (target.name === globalsPackage) return target.name + path.join('.');
      return (target.subpath === '' ? target.name : `${target.name}/${target.subpath}`) + suffix;
    case 'unresolved':
      return target.specifier + suffix;
  }
}
