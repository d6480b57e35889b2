import type { MatchTier, ReportedViolation, ViolationIdentity } from '@ssot/rule-core';
import type { Position } from './position.js';

/** What the baseline says of a violation. */
export type FindingStatus = 'new' | MatchTier;

/** A violation with its place. */
export interface Finding {
  readonly violation: ReportedViolation;
  readonly identity: ViolationIdentity;
  /** Stable over edits that leave the violation where it is. */
  readonly fingerprint: string;
  readonly status: FindingStatus;
  /** Whether the baseline accepts it. */
  readonly isKnown: boolean;
  /** An accepted violation, or one that needs a reader's judgement. */
  readonly severity: 'error' | 'warning';
  /** Absolute, native separators. */
  readonly file: string;
  /** Relative to its workspace root, `/`-separated. */
  readonly path: string;
  /** The text of the file, without its byte order mark. */
  readonly text: string;
  readonly start: Position;
  /** The place behind its last character. */
  readonly end: Position;
}
