import type { EntropyKind, Range } from '../facts.js';
import type { Node } from '../tree/kinds.js';

/**
 * What a value is on its way. `pick`: one element that chance chose, which alone is sampling. `plain`: a number written as a
 * text. `encoded`: written in another base, or drawn from an alphabet. `composed`: put together with other parts.
 */
export type FlowForm = 'number' | 'date' | 'bytes' | 'pick' | 'plain' | 'encoded' | 'composed';

/** A value on its way from where it arises. */
export interface FlowState {
  /** The expression that has the value. */
  readonly node: Node;
  /** The expression that made the value what it is: the call that encoded it, the template that composed it. */
  readonly made: Node;
  readonly form: FlowForm;
  /** The value is an element of a list that `node` is. */
  readonly inList: boolean;
  /** It is one of a few, or of the elements of something: a choice from what is there. */
  readonly chooses: boolean;
  readonly entropy: EntropyKind | null;
}

/** Something that a value came to be called, before its parts are known. */
export interface DraftStep {
  readonly kind: 'variable' | 'property' | 'parameter' | 'argument' | 'attribute' | 'function' | 'column';
  readonly name: string;
  readonly nameRange: Range;
  readonly within: Range | null;
  readonly made: Node;
  /** `number` for functions only. */
  readonly form: 'number' | 'bytes' | 'plain' | 'encoded' | 'composed';
  readonly chooses: boolean;
}

/** Whether a value is a text. */
export function isText({ form }: FlowState): boolean {
  return form === 'plain' || form === 'encoded' || form === 'composed';
}
