import type { Binding, ModuleRequest } from '../../source/facts.js';

/** `const make = require('./make');`, where the module as a whole is what is taken: the name alone between `const` and `=`. */
export function isRequiredWhole(
  { binding, request }: { readonly binding: Binding; readonly request: ModuleRequest },
  text: string,
): boolean {
  const { imported, nameRange, references } = binding;
  return (
    imported === '*' &&
    request.form === 'require' &&
    /\b(?:const|let|var)\s+$/u.test(text.slice(0, nameRange[0])) &&
    /^\s*=\s*$/u.test(text.slice(nameRange[1], request.range[0])) &&
    references.every(({ path }) => path.length === 0)
  );
}
