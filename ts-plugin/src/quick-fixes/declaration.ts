import { rules } from '@ssot/rule-core';
import type ts from 'typescript';

/** What "fix all in file" is asked for by. */
export const FIX_ID = 'ssot';

/** The registry of quick fixes, which TypeScript's declarations leave out. */
interface WithCodeFixRegistry {
  readonly codefix?: {
    registerCodeFix?(registration: {
      readonly errorCodes: readonly number[];
      readonly fixIds: readonly string[];
      getCodeActions(): undefined;
      getAllCodeActions(): ts.CombinedCodeActions;
    }): void;
  };
}

const declared = new WeakSet<object>();

/**
 * Tells TypeScript that there are quick fixes for the codes of our rules. VS Code asks for the quick fixes of no other codes
 * than those in this registry. The fixes themselves come from the decorated language service, which knows the project.
 */
export function declareQuickFixes(typescript: typeof ts & WithCodeFixRegistry): void {
  if (declared.has(typescript)) {
    return;
  }
  declared.add(typescript);
  try {
    typescript.codefix?.registerCodeFix?.({
      errorCodes: rules.map(({ code }) => code),
      fixIds: [FIX_ID],
      getCodeActions: () => undefined,
      getAllCodeActions: () => ({ changes: [] }),
    });
  } catch {
    // A second copy of this plugin in the same tsserver has declared them already.
  }
}
