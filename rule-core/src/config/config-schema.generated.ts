// Generated from config.ts by scripts/generate-schema.mjs. Do not edit.
import type { JsonSchema } from './json-schema.js';

/** The JSON schema of an `ssot.config.*` file. */
export const configSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'ssot configuration',
  type: 'object',
  properties: {
    $schema: { type: 'string', description: 'Where editors find the JSON schema of this file.' },
    concerns: {
      type: 'object',
      additionalProperties: { $ref: '#/definitions/Concern' },
      description: 'The things this codebase does in one place only, by name.',
      minProperties: 1,
    },
    ignore: {
      type: 'array',
      items: { type: 'string' },
      description: 'Globs of files that are never read, relative to this file.',
    },
    tests: {
      type: 'array',
      items: { type: 'string' },
      description: 'Globs of test files: in them only deprecated uses are reported.',
      default: ['**/*.{test,spec,cy}.*', '**/__tests__/**', '**/__mocks__/**', '**/test-utils/**'],
    },
    baseline: {
      type: 'string',
      description: 'The file that holds the accepted violations, relative to this file.',
      default: 'ssot-baseline.jsonl',
    },
    hosts: { $ref: '#/definitions/Hosts', description: 'How the programs that show violations behave.' },
  },
  required: ['concerns'],
  additionalProperties: false,
  description: 'The whole of an `ssot.config.*` file.',
  definitions: {
    Concern: {
      type: 'object',
      properties: {
        preset: {
          $ref: '#/definitions/PresetName',
          description: "A preset to start from. Every other field is laid over the preset's.",
        },
        title: { type: 'string', description: 'What the concern is called in messages, for example "HTTP client".' },
        canonical: {
          anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
          description:
            'The single source of truth: a symbol reference such as "src/core/id-manager.ts#IdManager", a folder or glob such as "src/db/clickhouse/**", a workspace package, or a list of them.',
          minItems: 1,
        },
        import: {
          anyOf: [{ type: 'string' }, { type: 'object', additionalProperties: { type: 'string' } }],
          description:
            "How consumers write the import of the canonical. By default the style of the file's other imports.",
        },
        accessors: {
          type: 'array',
          items: { type: 'string' },
          description: 'Exports of the canonical by which consumers obtain it, for example "getClickHouseManager".',
        },
        replacements: {
          type: 'array',
          items: { anyOf: [{ $ref: '#/definitions/Replacement' }, { type: 'string', const: 'preset' }] },
          description:
            'Deprecated symbols and what replaces them. The entry "preset" stands for the preset\'s own list.',
        },
        drivers: {
          type: 'array',
          items: { type: 'string' },
          description:
            'Package exports and globals that only the canonical may touch: "@clickhouse/client#createClient", "uuid#v4", "ws", "global:WebSocket". The entry "preset" stands for the preset\'s own list.',
        },
        allow: {
          type: 'array',
          items: { type: 'string' },
          description:
            'Symbols that are harmless although they belong to a driver or a twin, for example "axios#isAxiosError".',
        },
        names: {
          type: 'array',
          items: { type: 'string' },
          description:
            'Globs of declaration names that only the canonical may declare, for example "*ExecutionContext". The canonical\'s own names always belong to it.',
        },
        formats: {
          type: 'array',
          items: { anyOf: [{ $ref: '#/definitions/IdFormat' }, { type: 'string', const: 'preset' }] },
          description:
            'Hand-written formats and the canonical call that produces them. The entry "preset" stands for the preset\'s own list.',
        },
        methods: {
          type: 'object',
          additionalProperties: { type: 'string' },
          description: 'Old method names of the canonical and what to call instead.',
        },
        events: {
          type: 'array',
          items: { type: 'string' },
          description: 'The events that the canonicals together must emit; no others may be spelled in the code.',
        },
        remove: {
          type: 'array',
          items: { type: 'string' },
          description: 'Globs of modules declared for removal. Importing one is reported, and the module itself once.',
        },
        dependsOn: {
          type: 'array',
          items: { type: 'string' },
          description: 'Concerns whose migration comes first. Used by plan and migrate only.',
        },
        exceptions: {
          type: 'array',
          items: { $ref: '#/definitions/Exception' },
          description: 'Files that may breach this concern, with the reason.',
        },
        forms: { $ref: '#/definitions/Forms', description: 'Which forms of use are reported.' },
        lifetime: {
          type: 'string',
          enum: ['request', 'process'],
          description:
            'How long one instance of the canonical lives. With "request", an instance that is shared between requests (at module level, in a static field, behind a singleton accessor) is reported.',
        },
      },
      additionalProperties: false,
      description:
        'One thing the system does in one place: its single source of truth, its known duplicates, and how to leave them.',
    },
    PresetName: {
      type: 'string',
      enum: ['id-generation', 'execution-context', 'clickhouse', 'websocket', 'supervisor'],
      description: 'The concerns that come with names, words and checks of their own.',
    },
    Replacement: {
      type: 'object',
      properties: {
        from: {
          type: 'string',
          description: 'The deprecated symbol, for example "src/utils/run-id-generator.ts#generateRunId" or "uuid#v4".',
        },
        to: {
          type: 'string',
          description:
            'What to write instead: a member path or call that starts with an export or accessor of the canonical.',
        },
        compatible: {
          type: 'boolean',
          description:
            'Whether the two are drop-in compatible. `true` makes every replacement a fix, `false` a suggestion. By default the two declarations are compared.',
        },
      },
      required: ['from', 'to'],
      additionalProperties: false,
      description: 'A deprecated symbol and what to write instead.',
    },
    IdFormat: {
      type: 'object',
      properties: {
        template: {
          type: 'string',
          description: 'The format, with a placeholder for each part: "thread_${thread}_run_${time}_${random}".',
        },
        to: {
          type: 'string',
          description: 'The call to write instead, with the same placeholders: "IdManager.generateRunId(${thread})".',
        },
        compatible: { type: 'boolean', description: '`true` makes the replacement a fix.' },
      },
      required: ['template', 'to'],
      additionalProperties: false,
      description: 'A hand-written ID format and the canonical call that produces it.',
    },
    Exception: {
      type: 'object',
      properties: {
        files: {
          type: 'array',
          items: { type: 'string' },
          description: 'Globs of the files, relative to the config file.',
          minItems: 1,
        },
        reason: { type: 'string', description: 'Why they may.' },
        until: {
          type: 'string',
          description: 'The last day on which they may, as YYYY-MM-DD in UTC.',
          pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        },
      },
      required: ['files', 'reason'],
      additionalProperties: false,
      description: 'Files that may breach a concern.',
    },
    Forms: {
      type: 'object',
      properties: {
        static: {
          type: 'boolean',
          description: "`import { a } from 'm'`, default and namespace imports, `import 'm'`, and uses of globals.",
        },
        type: {
          type: 'boolean',
          description: "`import type`, inline `type`, `typeof import('m')`, and imports used in type positions only.",
        },
        dynamic: { type: 'boolean', description: "`import('m')`." },
        require: {
          type: 'boolean',
          description: "`require('m')`, `createRequire(…)('m')` and `import x = require('m')`.",
        },
        mock: { type: 'boolean', description: "`vi.mock('m')`, `jest.mock('m')` and their relatives." },
        reexport: { type: 'boolean', description: "`export … from 'm'`." },
        jsdoc: { type: 'boolean', description: 'JSDoc types in JavaScript files.' },
        http: {
          type: 'boolean',
          description:
            'HTTP requests by hand to the concern\'s own server, known by the text of the URL: a call of `fetch` or of an HTTP client with "clickhouse" or its port in it. Off by default; only presets know of a server.',
        },
      },
      additionalProperties: false,
      description:
        'Which forms of use count. By default all of them for replacements, and all but `type` and `mock` for drivers and for globals that have a replacement; a form that is set here is set for all.',
    },
    Hosts: {
      type: 'object',
      properties: {
        tsserver: {
          type: 'string',
          enum: ['on', 'quiet'],
          description:
            'The plugin for TypeScript\'s language server: "quiet" where the editor shows ESLint\'s reports already, so that nothing is shown twice.',
          default: 'on',
        },
      },
      additionalProperties: false,
      description: 'How the programs that show violations behave.',
    },
  },
};
