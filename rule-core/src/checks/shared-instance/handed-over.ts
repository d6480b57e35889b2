import { originOfName } from '../../symbols/denotation.js';
import type { ModuleFacts, NameReference, Range, Reference } from '../../source/facts.js';
import type { ModuleUnderCheck } from '../../symbols/module-under-check.js';
import type { Project } from '../../symbols/project.js';

/** Functions that make their value once and keep it. */
const ONCE = /^(?:once|onetime|singleton|lazySingleton)$/iu;
/** What stands between the start of a function and the value that it returns. */
const RETURNS = /^(?:async\s*)?(?:\(\s*\)\s*=>|function\b[^{]*\{\s*return\b|\(\s*\)\s*=>\s*\{\s*return\b)\s*\(*\s*$/u;

/** A construction or call of something that has a name. */
export interface Making {
  readonly kind: 'new' | 'call';
  readonly target: NameReference;
  readonly range: Range;
}

/**
 * What a value is given and keeps, as it is made on the spot: `new Chat(new Context())`, `createContext(new Context())` of a
 * package, `once(() => makeContext())`. A function of the workspace may as well only read what it is given.
 */
export function makingsHandedTo(value: Making, { facts, text }: ModuleUnderCheck, project: Project): readonly Making[] {
  const site = usesIn(facts).find(({ call }) => isSame(call?.range, value.range))?.call;
  if (!site || site.arguments.length === 0) {
    return [];
  }
  const within = makingsIn(facts).filter(({ range }) => range[0] > value.range[0] && range[1] < value.range[1]);
  const callee = value.target.path.at(-1) ?? value.target.name;
  if (value.kind === 'call' && ONCE.test(callee)) {
    const [start = 0] = site.arguments[0] ?? [];
    return within.filter(({ range }) => RETURNS.test(text.slice(start, range[0])));
  }
  const keeps = value.kind === 'new' || originOfName(value.target, facts.path, project).target.kind === 'package';
  return keeps ? within.filter(({ range }) => site.arguments.some((argument) => isSame(argument, range))) : [];
}

function usesIn({ localUses, globals }: ModuleFacts): readonly Reference[] {
  return [...Object.values(localUses).flat(), ...globals.map(({ reference }) => reference)];
}

/** Every `new X(…)` and `make(…)` of a name that the module declares or imports. */
function makingsIn({ localUses, requests }: ModuleFacts): readonly Making[] {
  const imported = new Set(requests.flatMap(({ bindings }) => bindings.flatMap(({ local }) => local ?? [])));
  return Object.entries(localUses).flatMap(([name, references]) =>
    references.flatMap(({ role, call, path, range }): Making[] =>
      (role === 'new' || role === 'call') && call !== null
        ? [
            {
              kind: role,
              target: { name, path, range, origin: imported.has(name) ? 'import' : 'module' },
              range: call.range,
            },
          ]
        : [],
    ),
  );
}

function isSame(a: Range | undefined, b: Range): boolean {
  return a !== undefined && a[0] === b[0] && a[1] === b[1];
}
