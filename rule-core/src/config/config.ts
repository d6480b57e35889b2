/**
 * The configuration contract. Every other description of it is generated from this file: the published JSON schema,
 * the option schemas of the ESLint rules, and the reference page.
 */

/** The concerns that come with names, words and checks of their own. */
export type PresetName = 'id-generation' | 'execution-context' | 'clickhouse' | 'websocket' | 'supervisor';

/** The whole of an `ssot.config.*` file. */
export interface SsotConfig {
  /** Where editors find the JSON schema of this file. */
  $schema?: string;
  /**
   * The things this codebase does in one place only, by name.
   * @minProperties 1
   */
  concerns: Record<string, Concern>;
  /** Globs of files that are never read, relative to this file. */
  ignore?: string[];
  /**
   * Globs of test files: in them only deprecated uses are reported.
   * @default ["**\/*.{test,spec,cy}.*", "**\/__tests__/**", "**\/__mocks__/**", "**\/test-utils/**"]
   */
  tests?: string[];
  /**
   * The file that holds the accepted violations, relative to this file.
   * @default "ssot-baseline.jsonl"
   */
  baseline?: string;
  /** How the programs that show violations behave. */
  hosts?: Hosts;
}

/** How the programs that show violations behave. */
export interface Hosts {
  /**
   * The plugin for TypeScript's language server: "quiet" where the editor shows ESLint's reports already, so that nothing is
   * shown twice.
   * @default "on"
   */
  tsserver?: 'on' | 'quiet';
}

/** One thing the system does in one place: its single source of truth, its known duplicates, and how to leave them. */
export interface Concern {
  /** A preset to start from. Every other field is laid over the preset's. */
  preset?: PresetName;
  /** What the concern is called in messages, for example "HTTP client". */
  title?: string;
  /**
   * The single source of truth: a symbol reference such as "src/core/id-manager.ts#IdManager", a folder or glob such
   * as "src/db/clickhouse/**", a workspace package, or a list of them.
   * @minItems 1
   */
  canonical?: string | string[];
  /** How consumers write the import of the canonical. By default the style of the file's other imports. */
  import?: string | Record<string, string>;
  /** Exports of the canonical by which consumers obtain it, for example "getClickHouseManager". */
  accessors?: string[];
  /** Deprecated symbols and what replaces them. The entry "preset" stands for the preset's own list. */
  replacements?: (Replacement | 'preset')[];
  /**
   * Package exports and globals that only the canonical may touch: "@clickhouse/client#createClient", "uuid#v4", "ws",
   * "global:WebSocket". The entry "preset" stands for the preset's own list.
   */
  drivers?: string[];
  /** Symbols that are harmless although they belong to a driver or a twin, for example "axios#isAxiosError". */
  allow?: string[];
  /**
   * Globs of declaration names that only the canonical may declare, for example "*ExecutionContext". The canonical's own
   * names always belong to it.
   */
  names?: string[];
  /** Hand-written formats and the canonical call that produces them. The entry "preset" stands for the preset's own list. */
  formats?: (IdFormat | 'preset')[];
  /** Old method names of the canonical and what to call instead. */
  methods?: Record<string, string>;
  /** The events that the canonicals together must emit; no others may be spelled in the code. */
  events?: string[];
  /** Globs of modules declared for removal. Importing one is reported, and the module itself once. */
  remove?: string[];
  /** Concerns whose migration comes first. Used by plan and migrate only. */
  dependsOn?: string[];
  /** Files that may breach this concern, with the reason. */
  exceptions?: Exception[];
  /** Which forms of use are reported. */
  forms?: Forms;
  /**
   * How long one instance of the canonical lives. With "request", an instance that is shared between requests (at module
   * level, in a static field, behind a singleton accessor) is reported.
   */
  lifetime?: 'request' | 'process';
}

/** A deprecated symbol and what to write instead. */
export interface Replacement {
  /** The deprecated symbol, for example "src/utils/run-id-generator.ts#generateRunId" or "uuid#v4". */
  from: string;
  /** What to write instead: a member path or call that starts with an export or accessor of the canonical. */
  to: string;
  /**
   * Whether the two are drop-in compatible. `true` makes every replacement a fix, `false` a suggestion. By default the two
   * declarations are compared.
   */
  compatible?: boolean;
}

/** A hand-written ID format and the canonical call that produces it. */
export interface IdFormat {
  /** The format, with a placeholder for each part: "thread_${thread}_run_${time}_${random}". */
  template: string;
  /** The call to write instead, with the same placeholders: "IdManager.generateRunId(${thread})". */
  to: string;
  /** `true` makes the replacement a fix. */
  compatible?: boolean;
}

/** Files that may breach a concern. */
export interface Exception {
  /**
   * Globs of the files, relative to the config file.
   * @minItems 1
   */
  files: string[];
  /** Why they may. */
  reason: string;
  /**
   * The last day on which they may, as YYYY-MM-DD in UTC.
   * @pattern ^\d{4}-\d{2}-\d{2}$
   */
  until?: string;
}

/**
 * Which forms of use count. By default all of them for replacements, and all but `type` and `mock` for drivers and for
 * globals that have a replacement; a form that is set here is set for all.
 */
export interface Forms {
  /** `import { a } from 'm'`, default and namespace imports, `import 'm'`, and uses of globals. */
  static?: boolean;
  /** `import type`, inline `type`, `typeof import('m')`, and imports used in type positions only. */
  type?: boolean;
  /** `import('m')`. */
  dynamic?: boolean;
  /** `require('m')`, `createRequire(…)('m')` and `import x = require('m')`. */
  require?: boolean;
  /** `vi.mock('m')`, `jest.mock('m')` and their relatives. */
  mock?: boolean;
  /** `export … from 'm'`. */
  reexport?: boolean;
  /** JSDoc types in JavaScript files. */
  jsdoc?: boolean;
  /**
   * HTTP requests by hand to the concern's own server, known by the text of the URL: a call of `fetch` or of an HTTP client
   * with "clickhouse" or its port in it. Off by default; only presets know of a server.
   */
  http?: boolean;
}
