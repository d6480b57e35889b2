import type { TypeScriptName } from '../ts-plugin/tsserver.js';

/** A file in which a host differs from ESLint 10, and why that is no bug of ours. */
export interface KnownDifference {
  readonly host: 'ESLint 9' | 'oxlint' | 'ssot' | TypeScriptName;
  /** As `projects` names it. */
  readonly project: string;
  readonly file: string;
  readonly reason: string;
  /** Only what fixing leaves differs, not what is reported. */
  readonly whenFixed?: true;
}

/** All of them. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    host: 'oxlint',
    project: 'texts of all kinds',
    file: 'src/run/odd-blocks.ts',
    reason:
      'oxlint takes a line comment `// eslint-disable` for one that switches rules off; for ESLint only a block comment is.',
  },
  {
    host: 'oxlint',
    project: 'texts of all kinds',
    file: 'src/run/odd-lines.ts',
    reason:
      'For oxlint `/* eslint-disable-line */` in the middle of a line does not reach what follows it on the line, and a rule in quotes is no rule.',
  },
  {
    host: 'oxlint',
    project: 'examples/apex',
    file: 'src/services/rehearsal.ts',
    whenFixed: true,
    reason:
      'Of two fixes that touch one import, a run of oxlint makes the first; by the next run agents/contexts.ts is fixed, so that what the other one would replace leads to the canonical.',
  },
];
