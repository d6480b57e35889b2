import type { Declaration, ModuleFacts, Range } from '../source/facts.js';
import { moduleName } from '../symbols/module-name.js';

/** The name that a declaration goes by, and where it stands. */
export interface DeclaredName {
  /** `''` where nothing names it. */
  readonly name: string;
  readonly range: Range;
}

/** The name of a declaration; of `const A = class {…}` that is the variable's. */
export function declaredName(declaration: Declaration, { declarations }: ModuleFacts): DeclaredName {
  const { kind, name, scope, nameRange } = declaration;
  const variable =
    kind === 'class' && name === '' && scope !== ''
      ? declarations.find(
          (other) =>
            other.kind === 'variable' &&
            other.value?.kind === 'class' &&
            [other.scope, other.name].filter((part) => part !== '').join('.') === scope,
        )
      : undefined;
  return { name: variable?.name ?? name, range: variable?.nameRange ?? nameRange };
}

/** What messages call a declaration: its name, that of what is around it, or its module's. */
export function displayName({ name, scope }: Declaration, { path }: ModuleFacts): string {
  return name !== '' ? name : (scope.split('.').at(-1) ?? '') || moduleName(path);
}
