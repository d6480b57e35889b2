import { readFileSync } from 'node:fs';

import { rules } from '@ssot/rule-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { TemporaryProject } from '../eslint-plugin/temporary-project.js';
import { typescripts, type TypeScriptName } from '../ts-plugin/tsserver.js';
import { CliHost } from './cli.js';
import { knownDifferences } from './known-differences.js';
import { EslintHost } from './eslint.js';
import { OxlintHost } from './oxlint.js';
import { modulesOf, projects } from './projects.js';
import { withoutMark, type Report, type Reports } from './report.js';
import { TsserverHost } from './tsserver.js';

/** For a whole project through one host, in milliseconds. */
const PATIENCE = 240_000;

/** Every host that is compared; the others are compared with ESLint 10. */
type Host = 'ESLint 9' | 'oxlint' | 'ssot' | TypeScriptName;

/** What a host says, without the files that are known to differ. */
function comparable(
  host: Host,
  project: string,
  reports: Reports,
  state: 'as found' | 'fixed' = 'as found',
): Record<string, readonly Report[]> {
  const differs = (file: string): boolean =>
    knownDifferences.some(
      (known) =>
        known.host === host &&
        known.project === project &&
        known.file === file &&
        (known.whenFixed !== true || state === 'fixed'),
    );
  return Object.fromEntries([...reports].filter(([file]) => !differs(file)));
}

function isNoProblem({ message }: Report): boolean {
  return !message.startsWith('ssot.config.');
}

function hasFix(reports: readonly Report[] | undefined): boolean {
  return reports?.some(({ fixed }) => fixed !== null) === true;
}

describe.each(projects)('$name', { timeout: PATIENCE }, ({ name, open }) => {
  let project: TemporaryProject;
  let files: string[];
  let untyped: Reports;
  let typed: Reports;
  const fixed = new Map<string, string>();

  beforeAll(() => {
    project = open();
    files = modulesOf(project);
    untyped = new EslintHost('ESLint 10', project, false).reports(files);
    const host = new EslintHost('ESLint 10', project, true);
    typed = host.reports(files);
    for (const file of files) if (hasFix(typed.get(file))) fixed.set(file, host.fixed(file));
  }, PATIENCE);
  afterAll(() => {
    project.remove();
  });

  it('has something to compare', () => {
    expect([...untyped.values()].flat()).not.toEqual([]);
  });

  it.each([false, true])('is the same in ESLint 9, with type information: %s', (hasTypes) => {
    const host = new EslintHost('ESLint 9', project, hasTypes);
    const mine = comparable('ESLint 9', name, host.reports(files));
    expect(mine).toEqual(comparable('ESLint 9', name, hasTypes ? typed : untyped));
  });

  it('has the same reports, and others, with type information', () => {
    for (const [file, reports] of untyped) {
      const places = new Set(typed.get(file)?.map(({ rule, start, end }) => `${rule} ${start} ${end}`));
      for (const { rule, start, end } of reports) expect(places).toContain(`${rule} ${start} ${end}`);
    }
  });

  it('is the same in oxlint', () => {
    const copy = open();
    try {
      const host = new OxlintHost(
        copy,
        rules.map((rule) => `ssot/${rule.name}`),
      );
      const plain = new Map([...untyped].map(([file, reports]) => [file, reports.map(placed)]));
      expect(comparable('oxlint', name, host.reports(files))).toEqual(comparable('oxlint', name, plain));
      host.fix();
      const eslint = new EslintHost('ESLint 10', project, false);
      for (const file of Object.keys(comparable('oxlint', name, untyped, 'fixed'))) {
        const after = withoutMark(readFileSync(copy.path(file), 'utf8'));
        expect({ file, after }).toEqual({ file, after: eslint.fixed(file) });
      }
    } finally {
      copy.remove();
    }
  });

  it('is the same on the command line', () => {
    const copy = open();
    try {
      const host = new CliHost(copy);
      // The command says what is wrong with the configuration once, and not in every file.
      const wanted = new Map([...untyped].map(([file, reports]) => [file, reports.filter(isNoProblem)]));
      expect(comparable('ssot', name, host.reports(files))).toEqual(comparable('ssot', name, wanted));
      host.fix();
      const eslint = new EslintHost('ESLint 10', project, false);
      for (const file of files) {
        if (!hasFix(untyped.get(file))) continue;
        const after = withoutMark(readFileSync(copy.path(file), 'utf8'));
        expect({ file, after }).toEqual({ file, after: eslint.fixed(file) });
      }
    } finally {
      copy.remove();
    }
  });

  describe.each(Object.keys(typescripts) as TypeScriptName[])('in the tsserver of %s', (version) => {
    let host: TsserverHost;
    beforeAll(() => {
      host = new TsserverHost(version, project);
    });
    afterAll(async () => {
      await host.stop();
    });

    it('is the same', async () => {
      expect(comparable(version, name, await host.reports(files))).toEqual(comparable(version, name, typed));
    });

    it('is fixed to the same text', async () => {
      for (const file of files) {
        if (!hasFix(typed.get(file))) continue;
        expect({ file, after: await host.fixed(file) }).toEqual({ file, after: fixed.get(file) });
      }
    });
  });
});

/** oxlint's answer tells no fixes; what they come to is compared. */
function placed({ rule, message, start, end }: Report): Report {
  return { rule, message, start, end };
}
