import type { TSESTree } from '@typescript-eslint/types';

export { AST_NODE_TYPES as Kind } from '@typescript-eslint/types';

export type Node = TSESTree.Node;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;
export type FunctionNode =
  TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;
/** Everything that has parameters and a return type, with or without a body. */
export type SignatureNode = FunctionNode | TSESTree.TSDeclareFunction | TSESTree.TSEmptyBodyFunctionExpression;
