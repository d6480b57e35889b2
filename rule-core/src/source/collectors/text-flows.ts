import type { TSESTree } from '@typescript-eslint/types';
import type { EntropyKind, Range, TextFlow } from '../facts.js';
import { piecesOf, readsOtherwise } from '../flows/composition.js';
import { countedValues, countingOf, type Counting } from '../flows/counters.js';
import { entropySource, type EntropySource } from '../flows/entropy-sources.js';
import { FlowTracer } from '../flows/flow-tracer.js';
import type { DraftStep, FlowForm } from '../flows/flow-state.js';
import { generatedColumn } from '../flows/sql-ids.js';
import { SyntaxIndex } from '../flows/syntax-index.js';
import { TextParts } from '../flows/text-parts.js';
import { Kind, type Node } from '../tree/kinds.js';
import type { StartCollector } from './collector.js';

/** A source with the place where it was found. */
interface Found<Source> {
  readonly source: Source;
  readonly scope: string;
}

/** A flow until the parts of its texts are known. */
interface DraftFlow {
  readonly entropy: EntropyKind | null;
  readonly source: Range;
  readonly scope: string;
  readonly composed: Node | null;
  readonly steps: readonly DraftStep[];
}

const MIGHT_GENERATE = /uuid|newid|ulid/i;
/** Two words and a separator: `thread_`, `_run_`. */
const ID_LITERAL = /[a-z]/i;

/** Texts that are made of what differs from run to run, or of several parts, and the names they are given. */
export const collectTextFlows: StartCollector = (context) => {
  const index = new SyntaxIndex(context.module);
  const sources: Found<EntropySource>[] = [];
  const countings: Found<Counting>[] = [];
  const composed: Found<Node>[] = [];
  const generated: Found<{ readonly node: Node; readonly column: string }>[] = [];

  function find<Source>(list: Found<Source>[], node: Node, source: Source | undefined): void {
    if (source !== undefined) {
      index.remember(node, context.ancestors);
      list.push({ source, scope: context.scope });
    }
  }

  /** Most calls and members are no source: their last name tells. */
  function enterSource(node: Node): void {
    find(sources, node, entropySource(context, index, node));
  }

  function enterCounting(node: TSESTree.UpdateExpression | TSESTree.AssignmentExpression): void {
    find(countings, node, countingOf(node));
  }

  function enterComposed(node: Node): void {
    const around = context.ancestor(1);
    // The whole of a concatenation is looked at, and what is in a tag's template is the tag's.
    if (
      around?.type === Kind.TaggedTemplateExpression ||
      (around?.type === Kind.BinaryExpression && around.operator === '+')
    ) {
      return;
    }
    const pieces = piecesOf(node) ?? [];
    const holes = pieces.filter((piece) => typeof piece !== 'string');
    const isComposed = holes.length >= 2 || holes.some((hole) => piecesOf(hole) !== undefined);
    const hasWord = pieces.some((piece) => typeof piece === 'string' && ID_LITERAL.test(piece));
    find(composed, node, isComposed && hasWord && !readsOtherwise(pieces) ? node : undefined);
  }

  function enterText(node: Node, text: string): void {
    const column = MIGHT_GENERATE.test(text) ? generatedColumn(text) : undefined;
    find(generated, node, column === undefined ? undefined : { node, column });
  }

  return {
    enter: {
      AssignmentExpression: enterCounting,
      BinaryExpression: enterComposed,
      CallExpression(node) {
        enterSource(node);
        enterComposed(node);
      },
      Literal(node) {
        if (typeof node.value === 'string') {
          enterText(node, node.value);
        }
      },
      MemberExpression: enterSource,
      NewExpression: enterSource,
      TemplateLiteral(node) {
        enterComposed(node);
        enterText(node, node.quasis.map(({ value }) => value.raw).join('x'));
      },
      UpdateExpression: enterCounting,
    },
    finish() {
      const tracer = new FlowTracer(index);
      const flows: DraftFlow[] = [];
      const trace = (node: Node, entropy: EntropyKind | null, form: FlowForm, scope: string): void => {
        for (const steps of tracer.trace(node, entropy, form)) {
          flows.push({ entropy, source: node.range, scope, composed: null, steps });
        }
      };
      for (const { scope, source } of sources) {
        for (const node of source.isFunction ? tracer.callsOf(source.node) : [source.node]) {
          trace(node, source.entropy, source.form, scope);
        }
      }
      for (const { scope, source } of countings) {
        for (const node of countedValues(index, source)) {
          trace(node, 'counter', 'number', scope);
        }
      }
      for (const { scope, source } of generated) {
        const around = index.parentOf(source.node);
        const node = around?.type === Kind.TaggedTemplateExpression ? around : source.node;
        if (source.column === '') {
          trace(node, 'random', 'encoded', scope);
        } else {
          const step: DraftStep = {
            kind: 'column',
            name: source.column,
            nameRange: node.range,
            within: null,
            made: node,
            form: 'encoded',
            chooses: false,
          };
          flows.push({ entropy: 'random', source: node.range, scope, composed: null, steps: [step] });
        }
      }
      for (const { scope, source } of composed) {
        const ways = tracer.entropy.has(source) ? [] : tracer.trace(source, null, 'composed');
        for (const steps of ways.length === 0 ? [[]] : ways) {
          flows.push({ entropy: null, source: source.range, scope, composed: source, steps });
        }
      }
      const parts = new TextParts(index, context.text, tracer.entropy);
      const textFlows = flows.map(({ composed: whole, steps, ...flow }): TextFlow => ({
        ...flow,
        made: whole === null ? null : parts.of({ form: 'composed', chooses: false, made: whole }),
        steps: steps.map(({ chooses, form, kind, made, name, nameRange, within }) => ({
          kind,
          name,
          nameRange,
          within,
          made: parts.of({ chooses, form, made }),
        })),
      }));
      return { textFlows: textFlows.sort((a, b) => a.source[0] - b.source[0]) };
    },
  };
};
