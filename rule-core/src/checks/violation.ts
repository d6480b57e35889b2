import type { Edit, Suggestion } from '../edits/edit.js';
import type { Range } from '../source/facts.js';
import type { RelatedPlace } from '../symbols/related-place.js';

/** One breach, at one range, of one concern, found by one check. */
export interface Violation {
  readonly check: string;
  readonly concern: string;
  /** The key of the check's message. */
  readonly messageId: string;
  readonly data: Readonly<Record<string, string>>;
  readonly range: Range;
  /** The breached symbol as resolved: `src/utils/run-id-generator.ts#generateRunId`, `uuid#v4`. Part of the violation's identity. */
  readonly symbol: string;
  /** The declarations around it: `UserService.start`; `''` at module level. Part of the violation's identity. */
  readonly scope: string;
  readonly related: readonly RelatedPlace[];
  /** Edits that cannot change behaviour: applied on save and by `--fix`. */
  readonly fix: readonly Edit[] | null;
  readonly suggestions: readonly Suggestion[];
  /** `deprecated`: an editor strikes it through. */
  readonly tags: readonly ('deprecated' | 'unnecessary')[];
  /** Needs a reader's judgement, such as a duplicate with a single kind of evidence: reported in strict mode only. */
  readonly strictOnly?: boolean;
}
