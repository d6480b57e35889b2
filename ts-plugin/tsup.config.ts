import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts'],
  // tsserver loads plugins with `require`, and calls what that yields.
  format: ['cjs'],
  target: 'node20.19',
  platform: 'node',
  clean: true,
  sourcemap: true,
  removeNodeProtocol: false,
  // Both are needed for `require('@ssot/typescript-plugin')` to yield the factory itself.
  splitting: true,
  cjsInterop: true,
  dts: {
    // The declarations of the core come from its package, as users get them, not from its sources; and the bundler of
    // declarations still sets `baseUrl`, which TypeScript 6 reports as deprecated.
    compilerOptions: { composite: false, paths: {}, ignoreDeprecations: '6.0' },
  },
});
