import type { TSESTree } from '@typescript-eslint/types';
import type { ExtractionContext } from '../extraction-context.js';
import type { Range, ValueFact } from '../facts.js';
import { Kind } from '../tree/kinds.js';
import { nameReference } from '../tree/name-reference.js';
import { patternIdentifiers } from '../tree/pattern-names.js';
import { patternReads } from '../uses/pattern-reads.js';

/** A name that a pattern declares, and what it holds. */
export interface BoundName {
  readonly target: TSESTree.Identifier;
  readonly value: ValueFact | null;
}

/** The names in a pattern; what `const { a: b } = x.y` puts into `b` is `x.y.a`. */
export function boundNames(context: ExtractionContext, { id, init }: TSESTree.VariableDeclarator): BoundName[] {
  const source = init === null ? null : nameReference(context.names, init);
  if (id.type !== Kind.ObjectPattern) {
    return patternIdentifiers(id).map((target) => ({ target, value: other(target.range) }));
  }
  return patternReads(id).flatMap(({ target, path, links }): BoundName[] => {
    if (target.type !== Kind.Identifier) {
      return patternIdentifiers(target).map((inner) => ({ target: inner, value: other(inner.range) }));
    }
    if (source === null || path.length === 0) {
      return [{ target, value: other(target.range) }];
    }
    const member = { ...source, path: [...source.path, ...path] };
    return [{ target, value: { kind: 'reference', range: links.at(-1) ?? target.range, target: member } }];
  });
}

function other(range: Range): ValueFact {
  return { kind: 'other', range };
}
