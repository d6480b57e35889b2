import { projectDigest } from '@ssot/rule-core';

/** What the shared configs put into ESLint's `settings.ssot`. */
export interface SsotSettings {
  /**
   * All that a file's verdict depends on besides the file. ESLint makes settings a part of its cache key, so a change in the
   * configuration, a twin or a barrel reaches files that did not change themselves.
   */
  readonly digest: string;
  /** Whether what needs a reader's judgement is reported, too. */
  readonly strict: boolean;
}

/** The settings of a shared config, for the project in the working directory. */
export function sharedSettings(strict: boolean): SsotSettings {
  return {
    strict,
    // Read when ESLint uses a config, not when the plugin loads: whoever only lists the rules pays nothing.
    get digest(): string {
      try {
        return projectDigest(process.cwd(), strict);
      } catch (error) {
        // The rules report what is wrong on each file. A constant would let the cache keep verdicts from before the failure.
        return `unavailable: ${error instanceof Error ? error.message : String(error)}`;
      }
    },
  };
}

/** Whether a file is linted in strict mode. `settings` are ESLint's, which anybody may write into. */
export function isStrict(settings: Readonly<Record<string, unknown>>): boolean {
  const { ssot } = settings;
  return typeof ssot === 'object' && ssot !== null && 'strict' in ssot && ssot.strict === true;
}
