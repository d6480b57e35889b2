// `node benchmarks/tsserver/run.mjs [edits]`: what the plugin adds to an edit in a real tsserver.
//
// An edit is a character typed in the middle of a file, followed by the semantic diagnostics of that file. The servers take
// turns at every edit, so that whatever else the machine does falls on all of them alike; figures are medians.
import { fork } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const edits = Number(process.argv[2] ?? 50);
const tsserver = join(root, 'node_modules', 'typescript', 'lib', 'tsserver.js');

const project = mkdtempSync(join(tmpdir(), 'ssot-benchmark-'));
/** A tsserver. */
class Server {
  #process;
  #sequence = 0;
  #waiting = new Map();

  constructor(args) {
    this.#process = fork(tsserver, ['--useNodeIpc', '--disableAutomaticTypingAcquisition', ...args], {
      silent: true,
      cwd: project,
    });
    this.#process.on('message', (message) => {
      if (message.type === 'response') this.#waiting.get(message.request_seq)?.(message);
    });
  }

  async open(file, text) {
    this.#send('open', { file, fileContent: text });
    const { body } = await this.#ask('semanticDiagnosticsSync', { file });
    return body;
  }

  /** Types one character at the end of a line, and waits for the diagnostics: milliseconds. */
  async edit(file, line, count) {
    const start = performance.now();
    this.#send('change', {
      file,
      line,
      offset: 1,
      endLine: line,
      endOffset: 1,
      insertString: count % 2 === 0 ? ' ' : '/**/',
    });
    await this.#ask('semanticDiagnosticsSync', { file });
    return performance.now() - start;
  }

  close(file) {
    this.#send('close', { file });
  }

  stop() {
    this.#process.kill();
  }

  #send(command, args) {
    const seq = ++this.#sequence;
    this.#process.send({ seq, type: 'request', command, arguments: args });
    return seq;
  }

  #ask(command, args) {
    const seq = this.#send(command, args);
    return new Promise((resolve) => this.#waiting.set(seq, resolve));
  }
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(2));
}

/** A module of functions; with `words`, one use of a deprecated class every hundred lines. */
function functionsOf(lines, words) {
  const text = words ? ["import { AgentState } from './state';"] : ["import { helper } from './helper';"];
  for (let index = 0; text.length + 10 <= lines; index++) {
    text.push(
      `export interface Row${index} { readonly id: number; readonly name: string; readonly parent?: Row${index} }`,
      `export function total${index}(rows: readonly Row${index}[], factor = ${index}): number {`,
      '  let sum = 0;',
      '  for (const { id, name, parent } of rows) {',
      '    if (name.startsWith("x") && parent !== undefined) continue;',
      '    sum += id * factor + (parent?.name.length ?? 0);',
      '  }',
      index % 10 === 0
        ? words
          ? '  void new AgentState(String(sum));'
          : '  void helper(String(sum));'
        : '  void sum;',
      '  return sum;',
      '}',
    );
  }
  return `${text.join('\n')}\n`;
}

/** The same code as one class: every edit is in its one statement. */
function classOf(lines) {
  const text = [
    "import { AgentState } from './state';",
    'interface Row { readonly id: number; readonly name: string; readonly parent?: Row }',
    'export class Totals {',
  ];
  for (let index = 0; text.length + 11 <= lines; index++) {
    text.push(
      `  readonly #name${index} = 'total ${index}';`,
      `  total${index}(rows: readonly Row[], factor = ${index}): number {`,
      '    let sum = 0;',
      '    for (const { id, name, parent } of rows) {',
      `      if (name.startsWith(this.#name${index}) && parent !== undefined) continue;`,
      '      sum += id * factor + (parent?.name.length ?? 0);',
      '    }',
      index % 10 === 0 ? '    void new AgentState(String(sum));' : '    void sum;',
      '    return sum;',
      '  }',
    );
  }
  return `${text.join('\n')}\n}\n`;
}

function writeProject() {
  mkdirSync(join(project, 'src'));
  mkdirSync(join(project, 'node_modules'));
  const files = {
    'package.json': { name: 'benchmark', private: true },
    'tsconfig.json': {
      compilerOptions: { strict: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler', types: [] },
    },
    'ssot.config.json': {
      concerns: {
        context: {
          preset: 'execution-context',
          canonical: 'src/user-context.ts#UserContext',
          replacements: [{ from: 'src/state.ts#AgentState', to: 'UserContext' }],
        },
      },
    },
  };
  for (const [file, content] of Object.entries(files)) writeFileSync(join(project, file), JSON.stringify(content));
  writeFileSync(
    join(project, 'src/user-context.ts'),
    'export class UserContext { constructor(readonly user: string) {} }\n',
  );
  writeFileSync(join(project, 'src/state.ts'), 'export class AgentState { constructor(readonly user: string) {} }\n');
  writeFileSync(join(project, 'src/helper.ts'), 'export const helper = (text: string) => text;\n');
  for (const name of ['eslint', 'eslint-plugin-ssot', 'typescript-eslint']) {
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name), 'junction');
  }
  cpSync(join(here, 'eslint-in-tsserver'), join(project, 'node_modules', 'eslint-in-tsserver'), { recursive: true });
}

try {
  writeProject();
  const hosts = {
    'no plugin': new Server([]),
    'this plugin': new Server([
      '--globalPlugins',
      '@ssot/typescript-plugin',
      '--pluginProbeLocations',
      join(root, 'ts-plugin'),
    ]),
    'ESLint in tsserver': new Server(['--globalPlugins', 'eslint-in-tsserver', '--pluginProbeLocations', project]),
  };
  const rows = [];
  for (const [content, file, lines, text] of [
    ['functions', 'src/short.ts', 500, functionsOf(500, true)],
    ['functions', 'src/long.ts', 5000, functionsOf(5000, true)],
    ['one class', 'src/class-short.ts', 500, classOf(500)],
    ['one class', 'src/class-long.ts', 5000, classOf(5000)],
    ['no word of a concern', 'src/other-short.ts', 500, functionsOf(500, false)],
    ['no word of a concern', 'src/other-long.ts', 5000, functionsOf(5000, false)],
  ]) {
    writeFileSync(join(project, file), text);
    for (const host of Object.values(hosts)) await host.open(join(project, file), text);
    /** @type {Record<string, { whole: number, ours: number }[]>} */
    const times = Object.fromEntries(Object.keys(hosts).map((name) => [name, []]));
    for (let edit = 0; edit < edits + 3; edit++) {
      for (const [name, host] of Object.entries(hosts)) {
        const time = await host.edit(join(project, file), Math.floor(lines / 2), edit);
        // The first edits warm up.
        if (edit >= 3) times[name].push(time);
      }
    }
    const base = times['no plugin'];
    for (const [name, list] of Object.entries(times)) {
      rows.push({
        file: `${lines} lines, ${content}`,
        host: name,
        'edit, ms': median(list),
        'added, ms (pairwise)': median(list.map((time, index) => time - base[index])),
      });
    }
    for (const host of Object.values(hosts)) host.close(join(project, file));
  }
  console.table(rows);
  for (const host of Object.values(hosts)) host.stop();
} finally {
  rmSync(project, { recursive: true, force: true });
}
