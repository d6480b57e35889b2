import type ts from 'typescript';

/** The code of the one diagnostic that says that we could not do our work; those of the rules follow it. */
export const FAILURE_CODE = 71000;

/** An error of ours as people see it: one diagnostic at the top of the file, beside TypeScript's own. */
export function failureDiagnostic(typescript: typeof ts, file: ts.SourceFile, error: unknown): ts.Diagnostic {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    category: typescript.DiagnosticCategory.Error,
    code: FAILURE_CODE,
    source: 'ssot',
    file,
    start: 0,
    length: file.text.search(/$/mu),
    messageText: isAboutThisMachine(error)
      ? error.message
      : `This file was not checked: ${reason}. This is a bug in @ssot/typescript-plugin; please report it with this message.`,
  };
}

/** Errors that say themselves what is missing, and what to do. */
function isAboutThisMachine(error: unknown): error is Error {
  return error instanceof Error && error.name.endsWith('UnavailableError');
}
