import type { ResolvedConcern } from '../../config/resolved-config.js';
import { declaredSymbol, originOfName } from '../denotation.js';
import type { NameReference } from '../../source/facts.js';
import type { DeclaredSymbol } from '../concern-targets.js';
import type { Project } from '../project.js';

/** A class hierarchy deeper than this is not followed; cycles end here, too. */
const DEPTH = 12;

/** The canonical declaration that a symbol is, or that its class descends from. */
export function canonicalBehind(
  symbol: DeclaredSymbol,
  concern: ResolvedConcern,
  project: Project,
): DeclaredSymbol | undefined {
  const { canonicalDeclarations } = project.targets(concern);
  let current: DeclaredSymbol | undefined = symbol;
  for (let depth = 0; depth < DEPTH && current !== undefined; depth++) {
    const { path, declaration }: DeclaredSymbol = current;
    const canonical = canonicalDeclarations.find((known) => known.path === path && known.name === declaration.name);
    if (canonical !== undefined) {
      return canonical;
    }
    const base: NameReference | undefined = declaration.kind === 'class' ? declaration.extends[0] : undefined;
    current = base && declaredSymbol(originOfName(base, path, project), project);
  }
  return undefined;
}
