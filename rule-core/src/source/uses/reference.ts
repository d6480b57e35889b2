import type { ExtractionContext } from '../extraction-context.js';
import type { CallSite, Range, Reference, ReferenceRole } from '../facts.js';
import { Kind, type Node } from '../tree/kinds.js';
import { readChain, type Chain } from './chain.js';
import { patternFor, patternReads } from './pattern-reads.js';
import { exportedName, roleOf } from './role.js';

/** Roles that exist in types only: nothing runs. */
const TYPE_ROLES: ReadonlySet<ReferenceRole> = new Set(['type', 'typeof', 'implements']);

const NO_NAMES: readonly string[] = [];
const NO_RANGES: readonly Range[] = [];

/** The uses that one occurrence of a name is: one, or one for each property where it is destructured. */
export interface Uses {
  readonly references: readonly Reference[];
  readonly destructured: boolean;
}

/**
 * Describes an occurrence of a name.
 *
 * @param start The identifier.
 * @param around The index in the context's ancestors of the node around it.
 * @returns No references if nothing is used there, such as at a closing tag.
 */
export function usesOf(context: ExtractionContext, start: Node, around: number): Uses {
  const chain = readChain(start, context.ancestors, around);
  const parent = context.ancestors[chain.around];
  if (parent === undefined || parent.type === Kind.JSXClosingElement || parent.type === Kind.JSXNamespacedName) {
    return { references: [], destructured: false };
  }
  return usesOfChain(context, chain, parent, start.range);
}

/**
 * The same for a chain that was read already.
 *
 * @param range What the chain starts with.
 * @param skipped How many members at its start belong to what it starts with.
 */
export function usesOfChain(context: ExtractionContext, chain: Chain, parent: Node, range: Range, skipped = 0): Uses {
  const path = skipped === 0 ? chain.path : chain.path.slice(skipped);
  const links = skipped === 0 ? chain.links : chain.links.slice(skipped);
  const pattern = patternFor(chain.end, parent);
  if (pattern !== null && pattern.properties.length > 0) {
    const references = patternReads(pattern).map((read) =>
      readOf(context, range, path.concat(read.path), links.concat(read.links)),
    );
    return { references, destructured: true };
  }
  const role = roleOf(chain.end, parent, context.ancestors[chain.around - 1]);
  const reference: Reference = {
    range,
    path: path.length === 0 ? NO_NAMES : path,
    links: links.length === 0 ? NO_RANGES : links,
    role,
    call: callSite(context, parent, role, chain),
    shorthand: parent.type === Kind.Property && parent.shorthand,
    exportedAs: role === 'export' ? exportedName(parent) : null,
    closing: role === 'jsx' ? closingName(context.ancestors[chain.around - 1]) : null,
    scope: context.scope,
    atLoad: context.atLoad && !TYPE_ROLES.has(role),
  };
  return { references: [reference], destructured: false };
}

/** A plain read of a member, however it is written. */
export function readOf(
  context: ExtractionContext,
  range: Range,
  path: readonly string[],
  links: readonly Range[],
): Reference {
  return {
    range,
    path,
    links,
    role: 'value',
    call: null,
    shorthand: false,
    exportedAs: null,
    closing: null,
    scope: context.scope,
    atLoad: context.atLoad,
  };
}

function callSite(context: ExtractionContext, parent: Node, role: ReferenceRole, chain: Chain): CallSite | null {
  switch (role) {
    case 'call':
    case 'new':
    case 'decorator':
      return parent.type === Kind.CallExpression || parent.type === Kind.NewExpression
        ? {
            range: parent.range,
            arguments: parent.arguments.map(rangeOf),
            spread: parent.arguments.some(isSpread),
            typeArguments: parent.typeArguments?.range ?? null,
            awaited: isAwaited(context.ancestors, chain.around - 1),
            optional: chain.optional || (parent.type === Kind.CallExpression && parent.optional),
          }
        : null;
    case 'tag':
      return parent.type === Kind.TaggedTemplateExpression
        ? {
            range: parent.range,
            arguments: parent.quasi.expressions.map(rangeOf),
            spread: false,
            typeArguments: parent.typeArguments?.range ?? null,
            awaited: isAwaited(context.ancestors, chain.around - 1),
            optional: chain.optional,
          }
        : null;
    default:
      return null;
  }
}

function rangeOf(node: Node): Range {
  return node.range;
}

function isSpread(node: Node): boolean {
  return node.type === Kind.SpreadElement;
}

function isAwaited(ancestors: readonly Node[], around: number): boolean {
  const parent = ancestors[around];
  return (parent?.type === Kind.ChainExpression ? ancestors[around - 1] : parent)?.type === Kind.AwaitExpression;
}

function closingName(element: Node | undefined): Range | null {
  return element?.type === Kind.JSXElement ? (element.closingElement?.name.range ?? null) : null;
}
