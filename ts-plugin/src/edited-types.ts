import { typesOf, type AskTypes } from '@ssot/rule-core';
import type ts from 'typescript';

/**
 * The checker of a program in which one file has another text. The program is made when the first question is asked, and
 * shares all other files with the one that there is, which stays as it is.
 *
 * @param text without its byte order mark
 * @returns `undefined` where another program would not see the same files: with project references
 */
export function editedTypes(
  typescript: typeof ts,
  program: ts.Program,
  file: ts.SourceFile,
  text: string,
): AskTypes | undefined {
  if ((program.getProjectReferences() ?? []).length > 0) {
    return undefined;
  }
  let ask: AskTypes | undefined;
  return (positions) => {
    if (ask === undefined) {
      const edited = withText(typescript, program, file, text);
      const inEdited = edited.getSourceFile(file.fileName);
      ask = inEdited === undefined ? () => positions.map(() => undefined) : typesOf(edited, inEdited, 0);
    }
    return ask(positions);
  };
}

function withText(typescript: typeof ts, program: ts.Program, file: ts.SourceFile, text: string): ts.Program {
  const options = program.getCompilerOptions();
  const host = typescript.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getCurrentDirectory = () => program.getCurrentDirectory();
  host.getSourceFile = (name, version, ...rest) => {
    // Names of one file may differ in case: the program knows.
    const known = program.getSourceFile(name);
    // A fix may import a module that nothing in the program needed so far.
    return known === file ? typescript.createSourceFile(name, text, version) : (known ?? read(name, version, ...rest));
  };
  return typescript.createProgram({
    rootNames: program.getRootFileNames(),
    options,
    host,
    oldProgram: program,
    configFileParsingDiagnostics: program.getConfigFileParsingDiagnostics(),
  });
}
