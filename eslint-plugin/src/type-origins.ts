import { typesOf, type AskTypes } from '@ssot/rule-core';
import type { SourceCode } from 'eslint';
import type * as ts from 'typescript';

/**
 * The type checker behind a file, where typescript-eslint's parser was given one (`projectService`, `project`).
 *
 * @returns `undefined` without type information
 */
export function typeOrigins(sourceCode: SourceCode): AskTypes | undefined {
  const services = sourceCode.parserServices as Partial<TypedServices> | undefined;
  const { program, esTreeNodeToTSNodeMap: nodes } = services ?? {};
  if (program === undefined || program === null || nodes === undefined) return undefined;
  return (positions) => {
    const file = nodes.get(sourceCode.ast);
    // typescript-eslint parses the text as ESLint has it, without its byte order mark.
    return file === undefined ? positions.map(() => undefined) : typesOf(program, file, 0)(positions);
  };
}

/** What typescript-eslint's parser offers; other parsers offer nothing, or an object without these. */
interface TypedServices {
  readonly program: ts.Program | null;
  readonly esTreeNodeToTSNodeMap: { get(node: unknown): ts.SourceFile | undefined };
}
