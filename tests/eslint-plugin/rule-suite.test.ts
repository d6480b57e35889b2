import { ruleSuite } from './rule-suite.js';

// The rules' own suites have the cases; these show that a suite has the project, the options and the parsers it asks for.
ruleSuite('single-source', {
  files: {
    'ssot.config.json': {
      concerns: {
        http: {
          title: 'HTTP client',
          canonical: 'src/lib/http.ts#http',
          replacements: [{ from: 'src/legacy/request.ts#getJson', to: 'http.get', compatible: true }],
          drivers: ['axios'],
        },
      },
    },
    'src/lib/http.ts': 'export const http = { get: (url: string): string => url };\n',
    'src/legacy/request.ts': 'export const getJson = (url: string): string => url;\n',
  },
  file: 'src/consumer.ts',
  valid: [
    "import { http } from './lib/http';\nhttp.get('/');\n",
    { code: "import axios from 'axios';\nexport const http = axios;\n", file: 'src/lib/http.ts' },
    {
      name: 'the options of the rule',
      code: "import axios from 'axios';\naxios.get('/');\n",
      options: [{ drivers: ['got'] }],
    },
    {
      name: 'files of one case',
      code: "import { getJson } from './legacy/request';\ngetJson('/');\n",
      files: { 'ssot.config.json': { concerns: { http: { canonical: 'src/lib/http.ts#http' } } } },
    },
  ],
  invalid: [
    {
      code: "import { getJson } from './legacy/request';\ngetJson('/');\n",
      errors: [{ messageId: 'deprecatedUse', line: 1, column: 10, endLine: 1, endColumn: 17 }],
      output: "import { http } from './lib/http';\nhttp.get('/');\n",
    },
    {
      code: "import axios from 'axios';\naxios.get('/');\n",
      file: 'src/consumer.js',
      errors: [{ messageId: 'driverBypass', line: 1, column: 8, endLine: 1, endColumn: 13 }],
    },
  ],
});
