import { rules } from '@ssot/rule-core';
import { Command, InvalidArgumentError, Option } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import type { BaselineOptions } from './commands/baseline.js';
import type { CheckOptions } from './commands/check.js';
import type { FixOptions } from './commands/fix.js';
import type { ReportOptions } from './commands/report.js';
import type { ExitStatus } from './exit-status.js';
import { formats } from './formats/index.js';
import { reportFormats } from './report/render.js';
import type { Terminal } from './terminal.js';

/**
 * The command line.
 *
 * @param finish called with the status that the command ends with
 */
export function program(terminal: Terminal, finish: (status: ExitStatus) => void): Command {
  const root = new Command('ssot')
    .description(packageJson.description)
    .version(packageJson.version)
    .showHelpAfterError('(run with --help for the options)')
    .configureOutput({
      writeOut: (text) => {
        terminal.out(text);
      },
      writeErr: (text) => {
        terminal.error(text);
      },
    })
    .exitOverride();
  root
    .command('check', { isDefault: true })
    .description('report second implementations in whole workspaces')
    .argument('[paths...]', 'files and folders; by default the workspace around the current folder')
    .option('--staged', "check the staged files as they are in git's index")
    .option('--since <ref>', 'report only files that differ from where this branch left <ref>')
    .option('--accept-new', 'with --since: what this branch adds to the baseline excuses it')
    .option('--concern <name...>', 'report only these concerns')
    .addOption(new Option('--rule <name...>', 'report only these rules').choices(rules.map(({ name }) => name)))
    .addOption(new Option('--format <name>', 'how to report').choices(Object.keys(formats)).default('pretty'))
    .addOption(
      new Option('--group-by <what>', 'how the violations are grouped').choices(['file', 'concern']).default('file'),
    )
    .option(
      '--max-warnings <count>',
      'fail with more warnings (accepted violations, and those that need judgement)',
      count,
    )
    .option('--no-cache', 'judge every file anew')
    .option('--watch', 'check again after each change, until stopped')
    .option('--strict', "report what needs a reader's judgement, too, as warnings")
    .action(async (paths: string[], options: CheckOptions) => {
      const { check } = await import('./commands/check.js');
      finish(await check(paths, options, terminal));
    });
  root
    .command('fix')
    .description('apply every fix that cannot change behaviour')
    .argument('[paths...]', 'files and folders; by default the workspace around the current folder')
    .option('--suggestions <kind...>', 'apply the suggestions of these checks, rules or concerns, too, or of "all"')
    .addOption(new Option('--dry-run', 'print what would change as a unified diff').conflicts('undo'))
    .option('--undo', 'take the last run back, byte for byte')
    .action(async (paths: string[], options: FixOptions) => {
      const { fix } = await import('./commands/fix.js');
      finish(await fix(paths, options, terminal));
    });
  root
    .command('baseline')
    .description('accept the violations there are; later runs report new ones only')
    .addOption(new Option('--prune', 'remove the entries of violations that are gone').conflicts('check'))
    .option('--check', 'fail if the baseline does not say exactly what there is')
    .action(async (options: BaselineOptions) => {
      const { baseline } = await import('./commands/baseline.js');
      finish(await baseline(options, terminal));
    });
  root
    .command('report')
    .description('show how far the clean-up is: now beside a commit, or beside the baseline')
    .option('--from <ref>', "the commit to compare with, read from git's objects")
    .option('--trend <commits>', 'the violations after each of the last commits, too', count)
    .addOption(new Option('--format <name>', 'how to report').choices(Object.keys(reportFormats)).default('markdown'))
    .option('--output <file>', 'write to a file instead of standard output')
    .action(async (options: ReportOptions) => {
      const { report } = await import('./commands/report.js');
      finish(await report(options, terminal));
    });
  root
    .command('explain')
    .description('explain a rule, a concern, or what is reported at a line')
    .argument('<subject>', 'a rule, a concern, or file:line')
    .action(async (subject: string) => {
      const { explain } = await import('./commands/explain.js');
      finish(explain(subject, terminal));
    });
  root
    .command('doctor')
    .description('tell what is set up and what is not, and what to do about it')
    .action(async () => {
      const { doctor } = await import('./commands/doctor.js');
      finish(await doctor(terminal));
    });
  root
    .command('hook')
    .description('manage the pre-commit hook')
    .command('install')
    .description('check what is staged before each commit, by husky, lefthook or git itself')
    .action(async () => {
      const { installPreCommitHook } = await import('./commands/hook.js');
      finish(await installPreCommitHook(terminal));
    });
  return root;
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('It should be a whole number, 0 or more.');
  return value;
}
