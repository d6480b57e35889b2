import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';

/** A module as a host parsed it: the one input of the extractor. */
export interface ParsedModule {
  /** Relative to the workspace root, `/`-separated, with extension. */
  readonly path: string;
  /** The source without its byte order mark. */
  readonly text: string;
  readonly program: TSESTree.Program;
  readonly scopeManager: ScopeManager;
  /** Child keys by node type, of the parser that made the tree. */
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
  readonly comments: readonly {
    readonly range: readonly [number, number];
    readonly type: string;
    readonly value: string;
  }[];
}
