import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

const apex = fileURLToPath(new URL('../../examples/apex', import.meta.url));

it('examples/apex type-checks', () => {
  const file = `${apex}/tsconfig.json`;
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(file, (path) => ts.sys.readFile(path)).config,
    ts.sys,
    apex,
  );
  expect(errors).toEqual([]);
  expect(fileNames.length).toBeGreaterThan(90);
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram(fileNames, options));
  expect(diagnostics.map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'))).toEqual([]);
}, 60_000);
