import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import type { NameReference, TypeFact } from '../facts.js';
import { detached } from '../tree/copied-text.js';
import { Kind } from '../tree/kinds.js';
import { nameReference } from '../tree/name-reference.js';

/** A type as it is written; `null` where there is none. */
export function typeFact(
  context: ExtractionContext,
  node: TSESTree.TSTypeAnnotation | TSESTree.TypeNode | null | undefined,
): TypeFact | null {
  if (node === null || node === undefined) {
    return null;
  }
  const type = node.type === Kind.TSTypeAnnotation ? node.typeAnnotation : node;
  const top: NameReference[] = [];
  addTop(context, type, top);
  return { range: type.range, text: foldedText(context.text, type.range), top };
}

/** The text of a range with every run of white space folded to one space. */
export function foldedText(text: string, [start, end]: TSESTree.Range): string {
  return detached(text.slice(start, end).replace(/\s+/g, ' '));
}

function addTop(context: ExtractionContext, type: TSESTree.TypeNode, top: NameReference[]): void {
  if (type.type === Kind.TSUnionType || type.type === Kind.TSIntersectionType) {
    for (const part of type.types) {
      addTop(context, part, top);
    }
  } else if (type.type === Kind.TSTypeReference) {
    const name = nameReference(context.names, type.typeName);
    if (name !== null) {
      top.push(name);
    }
  }
}
