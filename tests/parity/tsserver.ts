import { readFileSync } from 'node:fs';

import { rules } from '@ssot/rule-core';

import type { TemporaryProject } from '../eslint-plugin/temporary-project.js';
import { probeLocation } from '../ts-plugin/plugin-project.js';
import { changed, offsetOf, slashed, TsServer, type Diagnostic, type TypeScriptName } from '../ts-plugin/tsserver.js';
import { inOrder, withoutMark, type Report, type Reports } from './report.js';

const names = new Map<number | undefined, string>(rules.map(({ name, code }) => [code, `ssot/${name}`]));

/** A real tsserver with the plugin, over the files of a project. */
export class TsserverHost {
  readonly #project: TemporaryProject;
  readonly #server: TsServer;

  constructor(version: TypeScriptName, project: TemporaryProject) {
    this.#project = project;
    this.#server = new TsServer(version, [
      '--globalPlugins',
      '@ssot/typescript-plugin',
      '--pluginProbeLocations',
      probeLocation,
    ]);
  }

  async reports(files: readonly string[]): Promise<Reports> {
    const found = new Map<string, Report[]>();
    for (const file of files) found.set(file, await this.#reportsOn(file));
    return found;
  }

  /** The file after "fix all". */
  async fixed(file: string): Promise<string> {
    const path = slashed(this.#project.path(file));
    const text = this.#open(file);
    const scope = { type: 'file', args: { file: path } };
    const body = (await this.#server.request('getCombinedCodeFix', { scope, fixId: 'ssot' })) as { changes: [] };
    this.#server.close(path);
    return changed(text, body.changes);
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }

  async #reportsOn(file: string): Promise<Report[]> {
    const text = this.#open(file);
    const path = this.#project.path(file);
    const reports: Report[] = [];
    for (const violation of await this.#server.violations(path)) {
      reports.push(await this.#report(path, text, violation));
    }
    this.#server.close(path);
    return inOrder(reports);
  }

  async #report(path: string, text: string, violation: Diagnostic): Promise<Report> {
    const { code, text: message, start, end } = violation;
    const actions = await this.#server.fixes(path, violation);
    const fix = actions.find(({ fixId }) => fixId === 'ssot');
    const isOwn = /^(?:Disable|Explain) ssot\//u;
    const suggestions = actions.filter((action) => action !== fix && !isOwn.test(action.description));
    return {
      rule: names.get(code) ?? `code ${code ?? ''}`,
      message,
      start: offsetOf(text, start),
      end: offsetOf(text, end),
      fixed: fix === undefined ? null : changed(text, fix.changes),
      suggested: Object.fromEntries(
        suggestions.map(({ description, changes }) => [description, changed(text, changes)]),
      ),
    };
  }

  /** Opens a file as editors do, who keep the byte order mark to themselves. */
  #open(file: string): string {
    const text = withoutMark(readFileSync(this.#project.path(file), 'utf8'));
    this.#server.open(this.#project.path(file), text);
    return text;
  }
}
