import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const exclude = ['**/fixtures/**', '**/node_modules/**'];

/** They run the packages as they are built, in the programs that load them. */
const endToEnd = ['end-to-end', 'parity', 'ts-plugin'].map((folder) => `tests/${folder}/**`);

export default defineConfig({
  test: {
    projects: [
      {
        resolve: {
          alias: [
            { find: /^@ssot\/rule-core$/, replacement: source('./rule-core/src/index.ts') },
            { find: /^eslint-plugin-ssot$/, replacement: source('./eslint-plugin/src/index.ts') },
            { find: /^eslint-plugin-ssot\/config$/, replacement: source('./eslint-plugin/src/config.ts') },
          ],
        },
        test: {
          name: 'sources',
          include: ['tests/**/*.test.ts'],
          exclude: [...exclude, ...endToEnd],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'end-to-end',
          include: endToEnd.map((folder) => `${folder}/*.test.ts`),
          exclude,
          globalSetup: ['tests/end-to-end/workspace-build.ts'],
          testTimeout: 120_000,
        },
      },
      './examples/apex',
    ],
  },
});
