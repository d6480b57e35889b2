import type { Check } from '../checks/check.js';
import type { PresetName } from '../config/config.js';

/** A rule: a short list of checks over the concerns of one preset, or over those without one. */
export interface RuleDefinition {
  /** Without the plugin's prefix: `no-deprecated-context`. */
  readonly name: string;
  /** Stable number of its diagnostics in editors that want one. */
  readonly code: number;
  /** The preset whose concerns it checks; `undefined` for those without a preset. */
  readonly preset: PresetName | undefined;
  /** One clause, as ESLint writes them: "disallow …". */
  readonly description: string;
  readonly checks: readonly Check[];
}
