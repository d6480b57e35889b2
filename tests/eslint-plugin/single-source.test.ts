import { ruleSuite } from './rule-suite.js';

const ONLY = (driver: string): string =>
  `'${driver}' may be used only inside http (src/lib/http.ts), the single source of 'http'. Use http instead.`;

ruleSuite('single-source', {
  files: {
    'ssot.config.json': {
      concerns: {
        http: {
          title: 'HTTP client',
          canonical: 'src/lib/http.ts#http',
          drivers: ['axios', 'global:fetch'],
          allow: ['axios#isAxiosError'],
          replacements: [{ from: 'src/lib/request.ts#getJson', to: 'http.get' }],
          exceptions: [{ files: ['src/sse/**'], reason: 'streams need the raw body' }],
        },
      },
    },
    'src/lib/http.ts': `import axios from 'axios';
export const http = {
  get(url: string): Promise<unknown> {
    return axios.get(url);
  },
};
`,
    'src/sse/open.ts': 'export const open = 1;\n',
    'src/lib/request.ts': `export function getJson(url: string): Promise<unknown> {
  return fetch(url).then((response) => response.json());
}
`,
  },
  file: 'src/consumer.ts',
  valid: [
    `import { http } from './lib/http';\nexport const load = () => http.get('/');\n`,
    `import type { AxiosResponse } from 'axios';\nexport type Response = AxiosResponse;\n`,
    `import { isAxiosError } from 'axios';\nexport const failed = (error: unknown) => isAxiosError(error);\n`,
    `export const load = (fetch: (url: string) => void) => fetch('/');\n`,
    `export const supported = typeof fetch === 'function';\n`,
    { file: 'src/sse/stream.ts', code: `export const open = () => fetch('/events');\n` },
    { file: 'src/consumer.test.ts', code: `import axios from 'axios';\nexport const load = () => axios.get('/');\n` },
    { file: 'src/plain.js', code: `export const fetched = { fetch: 1 };\n` },
  ],
  invalid: [
    {
      name: 'a driver and a global',
      code: `import axios from 'axios';\nexport const load = () => axios.get('/').then(() => fetch('/'));\n`,
      errors: [
        { message: ONLY('axios'), line: 1, column: 8 },
        { message: ONLY('fetch'), line: 2 },
      ],
    },
    {
      name: 'a driver in JavaScript',
      file: 'src/plain.cjs',
      code: `const { default: axios } = require('axios');\nmodule.exports = () => axios.get('/');\n`,
      errors: [{ message: ONLY('axios') }],
    },
    {
      name: 'a twin whose method does the same',
      code: `// loads\nimport { getJson } from "./lib/request"\n\nexport const load = (id: string) => getJson(\`/runs/\${id}\`) // one\n`,
      output: `// loads\nimport { http } from "./lib/http"\n\nexport const load = (id: string) => http.get(\`/runs/\${id}\`) // one\n`,
      errors: [
        {
          message: "'getJson' is a second HTTP client; 'http' belongs to http (src/lib/http.ts). Use http.get(url).",
          line: 2,
        },
      ],
    },
    {
      name: 'a file in which another thing is called http',
      code: `import http from 'node:http';\nimport { getJson } from './lib/request';\nexport const load = () => [http.Agent, getJson('/')];\n`,
      output: `import http from 'node:http';\nimport { http as canonicalHttp } from './lib/http';\nexport const load = () => [http.Agent, canonicalHttp.get('/')];\n`,
      errors: [{ messageId: 'deprecatedUse', line: 2 }],
    },
    {
      name: 'an option laid over the concern',
      code: `import ky from 'ky';\nexport const load = () => ky('/');\n`,
      options: [{ concern: 'http', drivers: ['ky'] }],
      errors: [{ message: ONLY('ky') }],
    },
  ],
});
