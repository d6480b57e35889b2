import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  target: 'node20.19',
  platform: 'node',
  clean: true,
  sourcemap: true,
  removeNodeProtocol: false,
  splitting: true,
  // `import.meta.url` in the CommonJS build, `__dirname` in the other.
  shims: true,
  dts: {
    // The bundler of declarations still sets `baseUrl`, which TypeScript 6 reports as deprecated.
    compilerOptions: { composite: false, paths: {}, ignoreDeprecations: '6.0' },
  },
});
