import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';

import { workspace } from '../end-to-end/linted-project.js';
import { temporaryProject } from './temporary-project.js';

// What users write. The plugin has to fit into it without a cast.
const configs = {
  'eslint.config.mts': `import { defineConfig } from 'eslint/config';
import type { Linter } from 'eslint';
import ssot from 'eslint-plugin-ssot';

export default defineConfig([
  ssot.configs.recommended,
  ...ssot.configs.strict,
  { files: ['src/**'], plugins: { ssot }, extends: [ssot.configs.recommended], rules: { 'ssot/single-source': 'warn' } },
  { plugins: { ssot }, extends: ['ssot/strict'] },
]);

export const legacy: Linter.Config[] = [...ssot.configs.recommended];
export const name: string = ssot.meta.name;
export const rule = ssot.rules['single-source'];
`,
  'ssot.config.mts': `import { defineConfig } from 'eslint-plugin-ssot/config';

export default defineConfig({
  concerns: { http: { title: 'HTTP client', canonical: 'src/lib/http.ts#http', drivers: ['axios'] } },
});
`,
  'wrong.config.mts': `import { defineConfig } from 'eslint-plugin-ssot/config';
import ssot from 'eslint-plugin-ssot';

export default defineConfig({ concerns: { http: { cannonical: 'src/lib/http.ts#http' } } });
export const none = ssot.configs.loose;
`,
};

describe.each(['eslint', 'eslint-9'])('a configuration in TypeScript, with the types of %s', (eslint) => {
  const project = temporaryProject(configs);
  afterAll(() => {
    project.remove();
  });
  const base = ts.parseConfigFileTextToJson(
    'tsconfig.base.json',
    readFileSync(join(workspace, 'tsconfig.base.json'), 'utf8'),
  ).config as { compilerOptions: { paths: Record<string, string[]> } };
  const paths = Object.fromEntries(
    Object.entries(base.compilerOptions.paths).map(([name, places]) => [
      name,
      places.map((place) => join(workspace, place)),
    ]),
  );

  const program = ts.createProgram(
    Object.keys(configs).map((file) => project.path(file)),
    {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: true,
      resolveJsonModule: true,
      noEmit: true,
      types: ['node'],
      typeRoots: [join(workspace, 'node_modules', '@types')],
      paths: {
        ...paths,
        eslint: [join(workspace, 'node_modules', eslint, 'lib', 'types', 'index.d.ts')],
        'eslint/config': [join(workspace, 'node_modules', eslint, 'lib', 'types', 'config-api.d.ts')],
      },
    },
  );

  const errors = (file: keyof typeof configs): string[] => {
    const source = program.getSourceFile(project.path(file).replaceAll('\\', '/'));
    return ts
      .getPreEmitDiagnostics(program, source)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  };

  it('compiles for ESLint', () => {
    expect(errors('eslint.config.mts')).toEqual([]);
  });

  it('compiles for ssot', () => {
    expect(errors('ssot.config.mts')).toEqual([]);
  });

  it('is told of its mistakes', () => {
    expect(errors('wrong.config.mts')).toEqual([
      expect.stringContaining("'cannonical' does not exist"),
      expect.stringContaining("Property 'loose' does not exist"),
    ]);
  });
});
