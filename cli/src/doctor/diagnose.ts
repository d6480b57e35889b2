import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RootScan } from '../scan/scan.js';
import { installed, major } from './installed.js';

/** One line of a diagnosis. */
export interface Diagnosis {
  /** `note` is for what is not there and need not be. */
  readonly state: 'ok' | 'note' | 'problem';
  readonly subject: string;
  readonly finding: string;
  /** What to do about it. */
  readonly advice?: string | undefined;
}

/** Looks at everything that the rules need in one workspace. */
export function diagnose(root: RootScan): Diagnosis[] {
  const folder = root.workspace.root;
  return [...configuration(root), ...baselineOf(root), eslint(folder), oxlint(folder), ...typescript(folder)];
}

function configuration({ workspace, project, problems, modules, candidates }: RootScan): Diagnosis[] {
  const file = workspace.configFile;
  const concerns = project.config.concerns.map(({ id }) => id);
  const found: Diagnosis =
    file === undefined
      ? {
          state: 'note',
          subject: 'configuration',
          finding: 'no ssot.config file: the presets apply whose modules exist',
          advice: 'Declare your concerns in ssot.config.json.',
        }
      : { state: 'ok', subject: 'configuration', finding: `${file} declares ${concerns.join(', ') || 'nothing'}` };
  return [
    found,
    ...problems.map((problem): Diagnosis => ({ state: 'problem', subject: 'configuration', finding: problem })),
    {
      state: modules.length === 0 ? 'problem' : 'ok',
      subject: 'modules',
      finding: `${modules.length} modules, ${candidates} of them with a word of a concern`,
      ...(modules.length === 0 ? { advice: 'Look at "ignore" in the configuration and at .gitignore.' } : {}),
    },
  ];
}

function baselineOf({ baseline: { exists, file, entries, expired }, fixed }: RootScan): Diagnosis[] {
  if (!exists) return [{ state: 'note', subject: 'baseline', finding: 'none: every violation counts' }];
  const finding = `${file} accepts ${entries.length}, of which ${fixed.length} are gone, and ${expired.length} have expired`;
  return fixed.length + expired.length === 0
    ? [{ state: 'ok', subject: 'baseline', finding }]
    : [{ state: 'note', subject: 'baseline', finding, advice: 'Run: ssot baseline --prune' }];
}

function eslint(folder: string): Diagnosis {
  const host = installed('eslint', folder);
  const plugin = installed('eslint-plugin-ssot', folder);
  const subject = 'ESLint';
  if (host === undefined) return { state: 'note', subject, finding: 'not installed: no reports in ESLint' };
  const name = `ESLint ${host.version}`;
  if (major(host.version) < 9) {
    return { state: 'problem', subject, finding: `${name} is too old`, advice: 'Update to ESLint 9.39 or later.' };
  }
  if (plugin === undefined) {
    const advice = 'npm install --save-dev eslint-plugin-ssot, then add ssot.configs.recommended to eslint.config.js.';
    return { state: 'note', subject, finding: `${name}, without eslint-plugin-ssot`, advice };
  }
  const config = configNaming(folder, /^eslint\.config\.[cm]?[jt]s$/, 'eslint-plugin-ssot');
  return config === undefined
    ? {
        state: 'problem',
        subject,
        finding: `${name} with eslint-plugin-ssot ${plugin.version}, which no eslint.config file here names`,
        advice: "Add it: import ssot from 'eslint-plugin-ssot'; export default [...ssot.configs.recommended].",
      }
    : { state: 'ok', subject, finding: `${name} with eslint-plugin-ssot ${plugin.version} in ${config}` };
}

function oxlint(folder: string): Diagnosis {
  const host = installed('oxlint', folder);
  const subject = 'oxlint';
  if (host === undefined) return { state: 'note', subject, finding: 'not installed' };
  const config = configNaming(folder, /^(?:\.oxlintrc\.jsonc?|oxlint\.config\.ts)$/, 'eslint-plugin-ssot');
  return config === undefined
    ? {
        state: 'note',
        subject,
        finding: `oxlint ${host.version}, without the plugin`,
        advice: 'Add "jsPlugins": ["eslint-plugin-ssot"] to .oxlintrc.json.',
      }
    : { state: 'ok', subject, finding: `oxlint ${host.version} with the plugin in ${config}` };
}

function typescript(folder: string): Diagnosis[] {
  const host = installed('typescript', folder);
  const plugin = installed('@ssot/typescript-plugin', folder);
  if (host === undefined)
    return [{ state: 'note', subject: 'TypeScript', finding: 'not installed: no reports by tsserver' }];
  const name = `TypeScript ${host.version}`;
  if (major(host.version) >= 7 || !existsSync(join(host.folder, 'lib', 'tsserver.js'))) {
    const advice = 'Editors get the reports from ESLint, or from the TypeScript that they bring themselves.';
    return [{ state: 'note', subject: 'tsserver', finding: `${name} has no tsserver that loads plugins`, advice }];
  }
  if (plugin === undefined) {
    const advice =
      'npm install --save-dev @ssot/typescript-plugin, and add { "name": "@ssot/typescript-plugin" } to compilerOptions.plugins in tsconfig.json.';
    return [{ state: 'note', subject: 'tsserver', finding: `${name}, without @ssot/typescript-plugin`, advice }];
  }
  const config = configNaming(folder, /^[tj]sconfig.*\.json$/, '@ssot/typescript-plugin');
  return [
    config === undefined
      ? {
          state: 'problem',
          subject: 'tsserver',
          finding: `${name} with @ssot/typescript-plugin ${plugin.version}, which no tsconfig.json here names`,
          advice:
            'Add { "name": "@ssot/typescript-plugin" } to compilerOptions.plugins, and have the editor use the workspace\'s TypeScript.',
        }
      : {
          state: 'ok',
          subject: 'tsserver',
          finding: `${name} with @ssot/typescript-plugin ${plugin.version} in ${config}`,
        },
  ];
}

/** The file of a folder whose name matches and whose text names a package. */
function configNaming(folder: string, name: RegExp, packageName: string): string | undefined {
  return readdirSync(folder).find(
    (file) => name.test(file) && readFileSync(join(folder, file), 'utf8').includes(packageName),
  );
}
