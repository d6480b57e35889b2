import { originOfName } from '../denotation.js';
import type { ModuleFacts, NameReference, Range, Reference, ValueFact } from '../../source/facts.js';
import type { ModuleUnderCheck } from '../check.js';
import type { Project } from '../project.js';

/** Functions that make their value once and keep it. */
const ONCE = /^(?:once|onetime|singleton|lazySingleton)$/iu;
/** What stands between the start of a function and the value that it returns. */
const RETURNS = /^(?:async\s*)?(?:\(\s*\)\s*=>|function\b[^{]*\{\s*return\b|\(\s*\)\s*=>\s*\{\s*return\b)\s*\(*\s*$/u;

interface Constructed {
  readonly name: NameReference;
  readonly range: Range;
  readonly atLoad: boolean;
}

/**
 * The classes whose new instances a value keeps because it is given them: `new Chat(new Context())`,
 * `createContext(new Context())` of a package, `once(() => new Context())`. A function of the workspace may as well only read
 * what it is given.
 */
export function contextsHandedTo(
  value: Extract<ValueFact, { kind: 'new' | 'call' }>,
  { facts, text }: ModuleUnderCheck,
  project: Project,
): readonly NameReference[] {
  const site = usesIn(facts).find(({ call }) => isSame(call?.range, value.range))?.call;
  if (!site || site.arguments.length === 0 || value.target === null) {
    return [];
  }
  const within = constructionsIn(facts).filter(({ range }) => range[0] > value.range[0] && range[1] < value.range[1]);
  const callee = value.target.path.at(-1) ?? value.target.name;
  if (value.kind === 'call' && ONCE.test(callee)) {
    const [start = 0] = site.arguments[0] ?? [];
    return within.filter(({ range }) => RETURNS.test(text.slice(start, range[0]))).map(({ name }) => name);
  }
  const keeps = value.kind === 'new' || originOfName(value.target, facts.path, project).target.kind === 'package';
  return keeps
    ? within
        .filter(({ range, atLoad }) => atLoad && site.arguments.some((argument) => isSame(argument, range)))
        .map(({ name }) => name)
    : [];
}

function usesIn({ localUses, globals }: ModuleFacts): readonly Reference[] {
  return [...Object.values(localUses).flat(), ...globals.map(({ reference }) => reference)];
}

/** Every `new X(…)` of a name that the module declares or imports. */
function constructionsIn({ localUses, requests }: ModuleFacts): readonly Constructed[] {
  const imported = new Set(requests.flatMap(({ bindings }) => bindings.flatMap(({ local }) => local ?? [])));
  return Object.entries(localUses).flatMap(([name, references]) =>
    references.flatMap(({ role, call, path, range, atLoad }) =>
      role === 'new' && call !== null
        ? [{ name: { name, path, range, origin: imported.has(name) ? 'import' : 'module' }, range: call.range, atLoad }]
        : [],
    ),
  );
}

function isSame(a: Range | undefined, b: Range): boolean {
  return a !== undefined && a[0] === b[0] && a[1] === b[1];
}
