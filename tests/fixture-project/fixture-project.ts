import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import {
  applyEdits,
  lintModule,
  rules,
  type Concern,
  type ReportedViolation,
  type SsotConfig,
} from '../../rule-core/src/index.js';
import { parseModule } from '../../rule-core/src/source/index.js';

/** A project in a temporary folder, removed when the test ends. */
export interface FixtureProject {
  /** Absolute. */
  readonly root: string;
  write(file: string, text: string): void;
  /** What all rules (or one) report in a file of the project; `text` stands for unsaved content. */
  lint(
    file: string,
    options?: {
      readonly rule?: string;
      readonly text?: string;
      readonly options?: Concern;
      readonly today?: string;
      readonly strict?: boolean;
    },
  ): Report[];
  /** The file's text after its fixes were applied until none was left. */
  fix(file: string, text?: string): string;
}

/** A violation with the text it stands on. */
export interface Report extends ReportedViolation {
  readonly at: string;
  readonly line: number;
}

/** Passes of `eslint --fix`; more would mean that a fix does not settle. */
const MAX_PASSES = 10;

/** Writes a project: `ssot.config.json` from `config`, and files by path relative to it. */
export function fixtureProject(
  config: SsotConfig | undefined,
  files: Readonly<Record<string, string>>,
): FixtureProject {
  const root = realpathSync.native(mkdtempSync(path.join(tmpdir(), 'ssot-')));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const write = (file: string, text: string): void => {
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  };
  write('package.json', JSON.stringify({ name: 'fixture', private: true }));
  if (config !== undefined) {
    write('ssot.config.json', JSON.stringify(config, null, 2));
  }
  for (const [file, text] of Object.entries(files)) {
    write(file, text);
  }
  const texts = new Map(Object.entries(files));

  const lint: FixtureProject['lint'] = (
    file,
    { rule: only, text = texts.get(file) ?? '', options, today, strict } = {},
  ) => {
    const source = {};
    const unmarked = text.replace(/^\uFEFF/u, '');
    return rules
      .filter((rule) => only === undefined || rule.name === only)
      .flatMap((rule) =>
        lintModule({
          rule,
          file: path.join(root, file),
          text: unmarked,
          source,
          options,
          strict,
          today: today ?? '2026-11-22',
          parse: (relative) => {
            const parsed = parseModule(relative, unmarked);
            if (parsed.kind === 'syntax-error') {
              throw new Error(`${file}: ${parsed.message}`);
            }
            return parsed.module;
          },
        }),
      )
      .map((violation) => ({
        ...violation,
        at: unmarked.slice(...violation.range),
        line: unmarked.slice(0, violation.range[0]).split('\n').length,
      }));
  };

  const fix: FixtureProject['fix'] = (file, text = texts.get(file) ?? '') => {
    let current = text.replace(/^\uFEFF/u, '');
    for (let pass = 0; pass < MAX_PASSES; pass++) {
      const next = lint(file, { text: current }).find((violation) => violation.fix !== null)?.fix;
      if (next == null) {
        return current;
      }
      current = applyEdits(current, next);
    }
    throw new Error(`The fixes of ${file} did not settle:\n${current}`);
  };

  return { root, write, lint, fix };
}
