import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { defineConfig, type Options } from 'tsup';

import { compiledValidators } from './src/config/validate/compiled-validators.js';

/** Of every source file: what one build keeps on disk, another one of the same sources may use. */
function sourcesHash(): string {
  const files = readdirSync('src', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  const hash = createHash('sha256').update(readFileSync('package.json'));
  for (const path of paths) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

/** In the place of a module that compiles validators at run time come the compiled ones. */
const precompiled: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'precompiled-validators',
  setup: (build) => {
    build.onLoad({ filter: /[\\/]validate[\\/]validators\.ts$/ }, () => ({
      contents: compiledValidators(),
      loader: 'js',
    }));
  },
};

export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  target: 'node20.19',
  platform: 'node',
  clean: true,
  sourcemap: true,
  define: { SOURCES_HASH: JSON.stringify(sourcesHash()) },
  removeNodeProtocol: false,
  splitting: true,
  // `import.meta.url` in the CommonJS build, `__dirname` in the other.
  shims: true,
  esbuildPlugins: [precompiled],
  dts: {
    // The bundler of declarations still sets `baseUrl`, which TypeScript 6 reports as deprecated.
    compilerOptions: { composite: false, paths: {}, ignoreDeprecations: '6.0' },
  },
});
