import picomatch from 'picomatch';
import type { ResolvedConcern } from '../../config/resolved-config.js';
import type { Declaration, Member, ModuleFacts } from '../../source/facts.js';
import type { DeclaredSymbol } from '../../symbols/concern-targets.js';
import type { Project } from '../../symbols/project.js';
import { declaredName } from '../declared-name.js';
import { holdsTestDoubles } from '../../symbols/test-doubles.js';
import { symbolUses } from '../../symbols/uses/symbol-uses.js';

/** How many of two member lists must agree for one to be evidence of the other's API. */
const SURFACE = 0.5;

/** The names that only the canonical may declare, as globs. */
export function namesOwnedBy({ canonical, names }: ResolvedConcern): readonly string[] {
  return [...canonical.flatMap(({ exportPath }) => exportPath.slice(0, 1)), ...names].filter(
    (name) => name !== 'default',
  );
}

/**
 * Whether a declaration takes a name that belongs to the canonical.
 *
 * A class, interface or type with the canonical's own name is a second one. A function or variable needs a name of at least
 * two words, or evidence beside the name: the same members or parameters, or a driver of the concern in the module.
 *
 * @returns the evidence in words, or `undefined`
 */
export function secondByName(
  declaration: Declaration,
  facts: ModuleFacts,
  concern: ResolvedConcern,
  project: Project,
): string | undefined {
  const { name } = declaredName(declaration, facts);
  if (name === '' || (declaration.scope !== '' && declaration.kind !== 'class') || holdsTestDoubles(facts.path)) {
    return undefined;
  }
  const canonical = ownNames(concern, project).find((symbol) => symbol.name === name);
  if (canonical !== undefined) {
    return sameName(declaration, canonical, facts, concern, project);
  }
  const glob =
    declaration.kind === 'class' ? concern.names.find((pattern) => picomatch.isMatch(name, pattern)) : undefined;
  return glob && `its name matches '${glob}'`;
}

/** Only the exports that the concern names: a canonical folder may export common names. */
function ownNames(concern: ResolvedConcern, project: Project): readonly DeclaredSymbol[] {
  const named = new Set(concern.canonical.flatMap(({ exportPath }) => exportPath.slice(0, 1)));
  return project
    .targets(concern)
    .canonicalDeclarations.filter(
      ({ name, declaration }) => named.has(name) || declaration.exportedAs.some((exported) => named.has(exported)),
    );
}

function sameName(
  declaration: Declaration,
  canonical: DeclaredSymbol,
  facts: ModuleFacts,
  concern: ResolvedConcern,
  project: Project,
): string | undefined {
  const evidence = ['the same name'];
  switch (declaration.kind) {
    case 'class':
      return evidence.join();
    case 'interface':
    case 'type':
      return declaration.exportedAs.length > 0 &&
        ['class', 'interface', 'type'].includes(canonical.declaration.kind) &&
        declaration.value === null
        ? evidence.join()
        : undefined;
    case 'function':
    case 'variable':
      break;
    case 'enum':
    case 'namespace':
      return undefined;
  }
  if (!holdsImplementation(declaration)) {
    return undefined;
  }
  const overlap = sharedMembers(declaration.members, canonical.declaration.members);
  if (overlap >= SURFACE) {
    evidence.push('the same members');
  }
  if (symbolUses(facts, concern, project).some(({ match }) => match.kind === 'driver')) {
    evidence.push('it uses a driver');
  }
  // A component or a constant may be called like a class that it shows or configures.
  const isAlike = canonical.declaration.kind === 'function' || canonical.declaration.kind === 'variable';
  if (isAlike && declaration.exportedAs.length > 0 && /[a-z][A-Z]|_/u.test(declaration.name)) {
    evidence.push('exported');
  }
  return evidence.length > 1 ? evidence.join(', ') : undefined;
}

/** Whether a function or variable holds something of its own, and not just another name for what it imports. */
function holdsImplementation({ kind, value }: Declaration): boolean {
  return (
    kind === 'function' ||
    (value !== null && value.kind !== 'reference' && value.kind !== 'null' && value.kind !== 'other')
  );
}

/** |A ∩ B| / min(|A|, |B|) over the names of public members; 0 below two. */
function sharedMembers(a: readonly Member[], b: readonly Member[]): number {
  const names = (members: readonly Member[]): Set<string> =>
    new Set(
      members
        .filter(({ visibility, kind }) => visibility === 'public' && kind !== 'constructor')
        .map(({ name }) => name),
    );
  const left = names(a);
  const right = names(b);
  const smaller = Math.min(left.size, right.size);
  return smaller < 2 ? 0 : [...left].filter((name) => right.has(name)).length / smaller;
}
