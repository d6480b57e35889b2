import type { TSESTree } from '@typescript-eslint/types';
import { Kind } from './kinds.js';

/** The class that a statement declares, with or without `export` in front of it. */
export function classDeclaredBy(node: TSESTree.ProgramStatement): TSESTree.ClassDeclaration | undefined {
  const declaration =
    node.type === Kind.ExportNamedDeclaration || node.type === Kind.ExportDefaultDeclaration ? node.declaration : node;
  return declaration?.type === Kind.ClassDeclaration ? declaration : undefined;
}
