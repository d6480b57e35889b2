import type { EntropyKind } from '../facts.js';
import { Kind, type Node } from '../tree/kinds.js';
import { arrivalOf } from './arrivals.js';
import { isText, type DraftStep, type FlowForm, type FlowState } from './flow-state.js';
import { passed } from './passages.js';
import type { SyntaxIndex } from './syntax-index.js';

/** Names on the way of one value; more than that is no ID any more. */
const LONGEST_WAY = 10;
/** Places that one source is followed to, so that a clock read everywhere costs no more than a few. */
const MOST_PLACES = 120;

/** Follows values from where they arise to the names that they are given. */
export class FlowTracer {
  /** Expressions that have the value of a source, and of which. */
  readonly entropy: Map<Node, EntropyKind> = new Map();
  private readonly index: SyntaxIndex;
  private readonly visited = new Set<Node>();
  private ways: DraftStep[][] = [];

  constructor(index: SyntaxIndex) {
    this.index = index;
  }

  /**
   * Follows one value.
   *
   * @returns The names on each way it takes, nearest first; ways on which it never becomes a text are left out.
   */
  trace(node: Node, entropy: EntropyKind | null, form: FlowForm): readonly (readonly DraftStep[])[] {
    this.visited.clear();
    this.ways = [];
    this.follow({ node, made: node, form, inList: false, chooses: false, entropy }, []);
    return this.ways;
  }

  /** Follows a function that is a source to its calls: `const random = Math.random`. */
  callsOf(fn: Node): Node[] {
    const parent = this.index.parentOf(fn);
    if (parent === undefined || parent.type === Kind.CallExpression) {
      return [];
    }
    const { next } = arrivalOf(this.index, parent, fn);
    return next.flatMap(({ node }): Node[] => {
      const around = this.index.parentOf(node);
      return around?.type === Kind.CallExpression && around.callee === node ? [around] : [];
    });
  }

  private follow(start: FlowState, steps: readonly DraftStep[]): void {
    let state = start;
    for (;;) {
      if (this.visited.has(state.node) || this.visited.size > MOST_PLACES) {
        this.end(steps);
        return;
      }
      this.visited.add(state.node);
      if (state.entropy !== null) {
        this.mark(state.node, state.entropy);
      }
      const parent = this.index.parentOf(state.node);
      if (parent === undefined) {
        this.end(steps);
        return;
      }
      const next = passed(this.index, parent, state);
      if (next === undefined) {
        this.arrive(parent, state, steps);
        return;
      }
      state = next;
    }
  }

  private arrive(parent: Node, state: FlowState, steps: readonly DraftStep[]): void {
    this.fillArgument(state);
    const { accumulates, byElement, called, next, ontoText } = arrivalOf(this.index, parent, state.node);
    const form = accumulates
      ? accumulated(state, ontoText === true)
      : byElement && state.form === 'bytes'
        ? 'number'
        : state.form;
    const arrived: FlowState = { ...state, form, chooses: state.chooses && !accumulates };
    const own = called.flatMap((name): DraftStep[] =>
      isMade(arrived, name.kind) ? [{ ...name, made: state.made, form: arrived.form, chooses: arrived.chooses }] : [],
    );
    const all = [...steps, ...own];
    if (next.length === 0 || all.length >= LONGEST_WAY) {
      this.end(all);
      return;
    }
    for (const { isList = false, isMade: isMadeThere = false, node } of next) {
      const inList =
        isList || (accumulates && parent.type === Kind.CallExpression) || (state.inList && byElement !== true);
      const isDrawn = (isList || isMadeThere) && form === 'pick';
      this.follow(
        {
          ...arrived,
          node,
          inList,
          form: isDrawn ? 'encoded' : form,
          made: isMadeThere ? node : state.made,
          chooses: arrived.chooses && !isMadeThere && !isDrawn,
        },
        all,
      );
    }
  }

  /** `crypto.getRandomValues(bytes)` puts them where its argument is read. */
  private fillArgument({ node, form, entropy }: FlowState): void {
    const argument = node.type === Kind.CallExpression && form === 'bytes' ? node.arguments[0] : undefined;
    if (argument?.type !== Kind.Identifier || entropy === null) {
      return;
    }
    for (const read of this.index.readsOf(this.index.variableOf(argument))) {
      if (read.range[0] > argument.range[0]) {
        this.follow({ node: read, made: read, form, inList: false, chooses: false, entropy }, []);
      }
    }
  }

  private mark(node: Node, entropy: EntropyKind): void {
    if (this.entropy.get(node) !== 'random') {
      this.entropy.set(node, entropy);
    }
  }

  private end(steps: readonly DraftStep[]): void {
    if (steps.length > 0) {
      this.ways.push([...steps]);
    }
  }
}

/** What `+=` and `push` make of a value. */
function accumulated(state: FlowState, ontoText: boolean): FlowForm {
  if (state.form === 'pick') {
    return 'encoded';
  }
  return isText(state) || (ontoText && state.form === 'number') ? 'composed' : state.form;
}

/** Whether a name says something of what the value is: of numbers only the name of the function that gives them. */
function isMade(state: FlowState, kind: DraftStep['kind']): state is FlowState & { readonly form: DraftStep['form'] } {
  return isText(state) || state.form === 'bytes' || (state.form === 'number' && kind === 'function' && !state.chooses);
}
