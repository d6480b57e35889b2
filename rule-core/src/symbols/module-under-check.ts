import type { ModuleFacts } from '../source/facts.js';
import type { Origins } from './origins.js';

/** The module a check looks at. */
export interface ModuleUnderCheck {
  readonly facts: ModuleFacts;
  /** Its text without the byte order mark, for edits. */
  readonly text: string;
  /** `true` for test files: only deprecated uses are reported there. */
  readonly isTest: boolean;
  /** What the host's type checker knows, where it has one. */
  readonly origins?: Origins | undefined;
}
