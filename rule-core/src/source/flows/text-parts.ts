import type { ScopeVariable } from '@typescript-eslint/scope-manager';
import { copiedText, detached } from '../tree/copied-text.js';
import type { EntropyKind, MadeText, Range, TextPart } from '../facts.js';
import { Kind, type Node } from '../tree/kinds.js';
import { staticString } from '../tree/static-name.js';
import { unwrapped } from '../tree/unwrapped.js';
import { piecesOf } from './composition.js';
import type { DraftStep } from './flow-state.js';
import type { SyntaxIndex } from './syntax-index.js';

/** Locals in locals; cycles end here, too. */
const DEEPEST = 5;

/** Takes the texts of a module apart, once it is known which of its expressions differ from run to run. */
export class TextParts {
  constructor(
    private readonly index: SyntaxIndex,
    private readonly text: string,
    private readonly entropy: ReadonlyMap<Node, EntropyKind>,
  ) {}

  /** The text that a step is about. */
  of({ chooses, form, made }: Pick<DraftStep, 'chooses' | 'form' | 'made'>): MadeText {
    return { range: made.range, form, chooses, parts: joined(this.parts(made, 0, null)) };
  }

  private parts(expression: Node, depth: number, local: Range | null): TextPart[] {
    const node = unwrapped(expression);
    const pieces = piecesOf(node, this.entropy.has(node));
    if (pieces !== undefined && depth <= DEEPEST) {
      return pieces.flatMap((piece): TextPart[] =>
        typeof piece === 'string' ? [{ kind: 'literal', text: detached(piece) }] : this.parts(piece, depth + 1, null),
      );
    }
    const entropy = this.entropy.get(node);
    if (node.type === Kind.Identifier && depth <= DEEPEST) {
      const variable = this.index.variableOf(node);
      const initialiser = this.initialiserOf(variable);
      if (initialiser !== undefined && this.isPart(unwrapped(initialiser))) {
        return this.parts(initialiser, depth + 1, this.soleUse(variable));
      }
    }
    const literal = staticString(node);
    if (literal !== null) {
      return [{ kind: 'literal', text: detached(literal) }];
    }
    if (node.type === Kind.Literal && typeof node.value === 'number') {
      return [{ kind: 'literal', text: String(node.value) }];
    }
    return entropy === undefined
      ? [{ kind: 'value', range: node.range, text: copiedText(this.text, node.range) }]
      : [{ kind: 'entropy', entropy, range: node.range, local }];
  }

  /** Whether what a constant holds says more than its name: something that differs, a text put together, a literal. */
  private isPart(initialiser: Node): boolean {
    return this.entropy.has(initialiser) || piecesOf(initialiser) !== undefined || staticString(initialiser) !== null;
  }

  /** What a `const` holds. */
  private initialiserOf(variable: ScopeVariable | undefined): Node | undefined {
    const declarator = variable?.defs.length === 1 ? variable.defs[0]?.node : undefined;
    if (declarator?.type !== Kind.VariableDeclarator || declarator.id.type !== Kind.Identifier) {
      return undefined;
    }
    // Trees of some parsers know no parents.
    const declaration = this.index.parentOf(declarator);
    const isConstant = declaration?.type === Kind.VariableDeclaration && declaration.kind === 'const';
    return isConstant ? (declarator.init ?? undefined) : undefined;
  }

  /** The declaration of a local that is read at one place only. */
  private soleUse(variable: ScopeVariable | undefined): Range | null {
    const declarator = variable?.defs[0]?.node;
    const declaration = declarator && this.index.parentOf(declarator);
    return declaration?.type === Kind.VariableDeclaration &&
      declaration.declarations.length === 1 &&
      this.index.parentOf(declaration)?.type === Kind.BlockStatement &&
      this.index.readsOf(variable).length === 1
      ? declaration.range
      : null;
  }
}

/** Neighbouring literals as one. */
function joined(parts: readonly TextPart[]): TextPart[] {
  const result: TextPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.kind === 'literal' && last?.kind === 'literal') {
      result[result.length - 1] = { kind: 'literal', text: last.text + part.text };
    } else if (part.kind !== 'literal' || part.text !== '') {
      result.push(part);
    }
  }
  return result;
}
