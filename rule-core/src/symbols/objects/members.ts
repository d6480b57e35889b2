import { declaredSymbol, originOfName } from '../denotation.js';
import type { Declaration, HeldObject, Member, ModuleFacts, NameReference } from '../../source/facts.js';
import type { DeclaredSymbol } from '../concern-targets.js';
import type { Project } from '../project.js';

/** What is known of an object by annotation, construction, accessor or import; never by a variable's name. */
export interface KnownObject {
  /** Its class or type; or for `itself` the class, object or function that it is. */
  readonly symbol: DeclaredSymbol;
  readonly side: 'instance' | 'itself';
  /** The variables that hold it, and the functions that hand it out. */
  readonly holders?: readonly DeclaredSymbol[];
  /** Nothing but its holders is known: what it is made of is not declared in the workspace. */
  readonly opaque?: boolean;
}

/** A class hierarchy deeper than this is not followed; cycles end here, too. */
const DEPTH = 12;

/** The member of a class, interface or object, its ancestors' included, with the symbol that declares it. */
export function memberOf(
  { symbol, side }: KnownObject,
  name: string,
  project: Project,
): { readonly symbol: DeclaredSymbol; readonly member: Member } | undefined {
  let current: DeclaredSymbol | undefined = symbol;
  for (let depth = 0; depth < DEPTH && current !== undefined; depth++) {
    const { declaration, path }: DeclaredSymbol = current;
    const isStatic = side === 'itself' && declaration.kind === 'class';
    const found: Member | undefined = declaration.members.find(
      (member) => member.name === name && member.static === isStatic && member.kind !== 'setter',
    );
    if (found !== undefined) {
      return { symbol: current, member: found };
    }
    const base: NameReference | undefined = declaration.extends[0];
    current = base && declaredSymbol(originOfName(base, path, project), project);
  }
  return undefined;
}

/** The class around an expression with `this`, as an instance, or as itself in a static member. */
export function classAt({ range }: HeldObject, facts: ModuleFacts): KnownObject | undefined {
  const around = facts.declarations.filter(
    (declaration) => declaration.kind === 'class' && contains(declaration, range[0]),
  );
  const declaration = around.reduce<Declaration | undefined>(
    (inner, next) => (inner === undefined || next.range[0] > inner.range[0] ? next : inner),
    undefined,
  );
  if (declaration === undefined) {
    return undefined;
  }
  const member = declaration.members.find((one) => one.range[0] <= range[0] && range[1] <= one.range[1]);
  const symbol = { path: facts.path, name: declaration.name, declaration };
  return { symbol, side: member?.static === true ? 'itself' : 'instance' };
}

/** Whether a declaration reaches over an offset. */
export function contains({ range }: { readonly range: Declaration['range'] }, offset: number): boolean {
  return range[0] <= offset && offset < range[1];
}
