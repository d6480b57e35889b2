/**
 * Whether the process is one run of a linter's command line, and not an editor's server. In a run, what the files were at its
 * start decides: oxlint writes its fixes while it goes on, and a barrel that is fixed already must not hide the uses behind it.
 *
 * @param argv The process's.
 */
export function isOneRun([, script = '', ...args]: readonly string[]): boolean {
  return /[\\/](?:eslint|oxlint)(?:\.[cm]?js)?$/u.test(script) && !args.includes('--lsp');
}
