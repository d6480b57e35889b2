import { copyFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/config.ts'],
  format: ['esm', 'cjs'],
  target: 'node20.19',
  platform: 'node',
  clean: true,
  sourcemap: true,
  removeNodeProtocol: false,
  // Both are needed for `require('eslint-plugin-ssot')` to yield the plugin itself, which oxlint insists on.
  splitting: true,
  cjsInterop: true,
  dts: {
    // The declarations of the core come from its package, as users get them, not from its sources; and the bundler of
    // declarations still sets `baseUrl`, which TypeScript 6 reports as deprecated.
    compilerOptions: { composite: false, paths: {}, ignoreDeprecations: '6.0' },
  },
  async onSuccess() {
    await copyFile('../rule-core/schema/ssot.config.schema.json', 'schema.json');
  },
});
