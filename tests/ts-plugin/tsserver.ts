import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type ts from 'typescript';

const require = createRequire(import.meta.url);

/** The TypeScripts that the plugin is tested in: the oldest and the newest that it supports, and the last 5. */
export const typescripts = {
  'TypeScript 6.0': tsserverOf('typescript'),
  'TypeScript 5.9': tsserverOf('typescript-5.9'),
  'TypeScript 5.0': tsserverOf('typescript-5.0'),
} as const;

export type TypeScriptName = keyof typeof typescripts;

function tsserverOf(packageName: string): string {
  return join(dirname(require.resolve(`${packageName}/package.json`)), 'lib', 'tsserver.js');
}

/** A diagnostic as tsserver sends it. */
export type Diagnostic = ts.server.protocol.Diagnostic;

interface Message {
  readonly type: 'response' | 'event';
  readonly event?: string;
  readonly body?: unknown;
  readonly request_seq?: number;
  readonly success?: boolean;
  readonly message?: string;
}

/** How long to wait for an answer or an event, in milliseconds. */
const PATIENCE = 20_000;

/** A real tsserver in a process of its own. */
export class TsServer {
  readonly #process: ChildProcess;
  readonly #logs = mkdtempSync(join(tmpdir(), 'ssot-tsserver-'));
  readonly #listeners = new Set<(message: Message) => void>();
  #sequence = 0;

  /**
   * @param version Which TypeScript.
   * @param args Arguments besides the usual ones.
   */
  constructor(version: TypeScriptName, args: readonly string[] = [], cwd: string = process.cwd()) {
    mkdirSync(this.#logs, { recursive: true });
    this.#process = fork(
      typescripts[version],
      [
        '--useNodeIpc',
        '--disableAutomaticTypingAcquisition',
        '--logVerbosity',
        'terse',
        '--logFile',
        this.logFile,
        ...args,
      ],
      { cwd, silent: true },
    );
    this.#process.on('message', (message: Message) => {
      for (const listener of [...this.#listeners]) listener(message);
    });
  }

  get logFile(): string {
    return join(this.#logs, 'tsserver.log');
  }

  /** Asks, and waits for the answer. */
  async request(command: string, args?: unknown): Promise<unknown> {
    const sequence = this.send(command, args);
    const { success, message, body } = await this.#next(
      ({ type, request_seq }) => type === 'response' && request_seq === sequence,
      command,
    );
    if (success !== true && message !== 'No content available.') throw new Error(message);
    return body;
  }

  /** Tells, and expects no answer. */
  send(command: string, args?: unknown): number {
    const seq = ++this.#sequence;
    this.#process.send({ seq, type: 'request', command, arguments: args });
    return seq;
  }

  /** Waits for an event. */
  async event(name: string): Promise<unknown> {
    const { body } = await this.#next(({ type, event }) => type === 'event' && event === name, name);
    return body;
  }

  open(file: string, content?: string, more: object = {}): void {
    this.send('open', { file: slashed(file), ...(content !== undefined && { fileContent: content }), ...more });
  }

  close(file: string): void {
    this.send('close', { file: slashed(file) });
  }

  /** Replaces all of an open file's text. */
  change(file: string, before: string, after: string): void {
    const lines = before.split('\n');
    const change = {
      file: slashed(file),
      line: 1,
      offset: 1,
      endLine: lines.length,
      endOffset: (lines.at(-1)?.length ?? 0) + 1,
      insertString: after,
    };
    this.send('change', change);
  }

  /** All semantic diagnostics of a file, as the editor would have them by `geterr`. */
  async diagnostics(file: string): Promise<Diagnostic[]> {
    const body = await this.request('semanticDiagnosticsSync', { file: slashed(file) });
    return body as Diagnostic[];
  }

  /** Ours among them. */
  async violations(file: string): Promise<Diagnostic[]> {
    return (await this.diagnostics(file)).filter(({ source }) => source === 'ssot');
  }

  /** What the editor gets for `geterr`, by the events' names, until the round is over. */
  async geterr(file: string, more: object = {}): Promise<{ event: string; diagnostics: Diagnostic[] }[]> {
    const found: { event: string; diagnostics: Diagnostic[] }[] = [];
    const listener = ({ type, event, body }: Message): void => {
      if (type === 'event' && event?.endsWith('Diag') === true) {
        found.push({ event, diagnostics: (body as { diagnostics: Diagnostic[] }).diagnostics });
      }
    };
    this.#listeners.add(listener);
    const sequence = this.send('geterr', { delay: 0, files: [slashed(file)], ...more });
    await this.#next(
      ({ event, body }) => event === 'requestCompleted' && (body as { request_seq: number }).request_seq === sequence,
      'geterr',
    );
    this.#listeners.delete(listener);
    return found;
  }

  /** The quick fixes of a diagnostic. */
  async fixes(file: string, { start, end, code }: Diagnostic): Promise<ts.server.protocol.CodeFixAction[]> {
    const range = { startLine: start.line, startOffset: start.offset, endLine: end.line, endOffset: end.offset };
    const body = await this.request('getCodeFixes', { file: slashed(file), ...range, errorCodes: [code] });
    return body as ts.server.protocol.CodeFixAction[];
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill();
    await ended;
    rmSync(this.#logs, { recursive: true, force: true, maxRetries: 3 });
  }

  async #next(isIt: (message: Message) => boolean, what: string): Promise<Message> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        this.#listeners.delete(listener);
        this.#process.off('exit', died);
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`tsserver did not answer: ${what}`));
      }, PATIENCE);
      const died = (): void => {
        stop();
        reject(new Error(`tsserver ended: ${what}`));
      };
      const listener = (message: Message): void => {
        if (!isIt(message)) return;
        stop();
        resolve(message);
      };
      this.#listeners.add(listener);
      this.#process.once('exit', died);
    });
  }
}

/** As tsserver writes paths on every system. */
export function slashed(file: string): string {
  return file.replaceAll('\\', '/');
}

/** The offset of a place in a text: tsserver counts lines and columns from 1. */
export function offsetOf(text: string, { line, offset }: ts.server.protocol.Location): number {
  let start = 0;
  for (let count = 1; count < line; count++) {
    const rest = /\r\n|[\n\r\u2028\u2029]/u.exec(text.slice(start));
    if (rest === null) break;
    start += rest.index + rest[0].length;
  }
  return start + offset - 1;
}

/** The text after the changes of a quick fix. */
export function changed(text: string, changes: readonly ts.server.protocol.FileCodeEdits[]): string {
  const edits = changes
    .flatMap(({ textChanges }) => textChanges)
    .map(({ start, end, newText }) => ({ start: offsetOf(text, start), end: offsetOf(text, end), newText }))
    .sort((a, b) => b.start - a.start || b.end - a.end);
  return edits.reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
