import type { Origins } from '../symbols/origins.js';
import type { Workspace } from '../project/index.js';

/** Where a type checker says that an identifier comes from. */
export interface TypedDeclaration {
  /** Absolute path of the file that declares it. */
  readonly file: string;
  /** The declaration's name and the members behind it: `['WebSocketBridge', 'sendMessage']`. */
  readonly path: readonly string[];
}

/**
 * A host's type checker, for one module.
 *
 * @param positions Offsets at which identifiers start, in UTF-16 code units into the text without its byte order mark.
 * @returns for each position the declaration, or `undefined` where the checker does not know
 */
export type AskTypes = (positions: readonly number[]) => readonly (TypedDeclaration | undefined)[];

/** The same in the words of the checks: modules by their workspace paths. What packages declare is left out. */
export function originsFrom(ask: AskTypes, workspace: Workspace): Origins {
  return {
    declarations: (positions) =>
      ask(positions).map((declaration) => {
        const path = declaration && workspace.relative(declaration.file);
        return declaration === undefined || path === undefined || `/${path}`.includes('/node_modules/')
          ? undefined
          : { target: { kind: 'module', path }, path: declaration.path };
      }),
  };
}
