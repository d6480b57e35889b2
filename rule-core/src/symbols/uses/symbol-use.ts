import type { Forms } from '../../config/config.js';
import type { Binding, ModuleRequest, Range, Reference } from '../../source/facts.js';
import type { TargetMatch } from '../concern-targets.js';
import type { Origin } from '../project.js';

/** One place where a module takes a symbol of a concern, and what follows from it. */
export interface SymbolUse {
  readonly match: TargetMatch;
  readonly form: keyof Forms;
  /** Where it is reported. */
  readonly range: Range;
  /** The declarations around it, joined with `.`. */
  readonly scope: string;
  /** The name as written where it is taken: `generateRunId`, `randomUUID`, or the specifier of a whole module. */
  readonly name: string;
  /** The declaration behind it; `null` for a global. */
  readonly origin: Origin | null;
  /** The symbol as resolved: `src/ids.ts#newId`, `uuid#v4`, `global:crypto.randomUUID`. */
  readonly symbol: string;
  readonly site: UseSite;
}

/** How the symbol is taken. */
export type UseSite =
  /** An import, a destructured `require` or the like that names the symbol; all references to the local name come with it. */
  | { readonly kind: 'binding'; readonly request: ModuleRequest; readonly binding: Binding }
  /** A member read from a module object; `depth` is the number of links that make up the symbol. */
  | {
      readonly kind: 'member';
      readonly request: ModuleRequest;
      readonly binding: Binding;
      readonly reference: Reference;
      readonly depth: number;
    }
  /** A module as a whole: `import 'm'`, `export * from 'm'`, `foo(require('m'))`, `vi.mock('m')`. */
  | { readonly kind: 'module'; readonly request: ModuleRequest }
  /** A global. */
  | { readonly kind: 'global'; readonly reference: Reference; readonly depth: number };
