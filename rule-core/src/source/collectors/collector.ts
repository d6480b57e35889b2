import type { TSESTree } from '@typescript-eslint/types';
import type { ModuleFacts } from '../facts.js';
import type { ExtractionContext } from '../extraction-context.js';

/** What to do on entering a node, by its type, before its children are walked. */
export type NodeHandlers = {
  readonly [Type in TSESTree.Node['type'] as `${Type}`]?: (node: Extract<TSESTree.Node, { type: Type }>) => void;
};

/** Gathers one kind of fact in the one walk over a module. */
export interface Collector {
  readonly enter: NodeHandlers;
  /** Its facts, once the walk is over. */
  finish?(): Partial<ModuleFacts>;
}

/** Starts a collector for one module. */
export type StartCollector = (context: ExtractionContext) => Collector;
