import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type ts from 'typescript';

/** A file that a violation points to, as TypeScript wants it. */
export interface RelatedFile {
  readonly file: ts.SourceFile;
  /** The length of its byte order mark in `file`. */
  readonly mark: number;
}

/** The files that explain violations. Most are in the program; the others are read from disk, once for each change. */
export class RelatedFiles {
  readonly #typescript: typeof ts;
  readonly #info: ts.server.PluginCreateInfo;
  readonly #read = new Map<string, { readonly stamp: string; readonly file: ts.SourceFile }>();

  constructor(typescript: typeof ts, info: ts.server.PluginCreateInfo) {
    this.#typescript = typescript;
    this.#info = info;
  }

  /** @param path Relative to `root`, `/`-separated. */
  file(root: string, path: string): RelatedFile | undefined {
    const place = join(root, ...path.split('/'));
    const fileName = place.replaceAll('\\', '/');
    const file = this.#info.languageService.getProgram()?.getSourceFile(fileName) ?? this.#fromDisk(place, fileName);
    return file && { file, mark: file.text.charCodeAt(0) === 0xfeff ? 1 : 0 };
  }

  #fromDisk(place: string, fileName: string): ts.SourceFile | undefined {
    const stat = statSync(place, { throwIfNoEntry: false });
    if (stat?.isFile() !== true) {
      return undefined;
    }
    const stamp = `${stat.mtimeMs} ${stat.size}`;
    const known = this.#read.get(fileName);
    if (known?.stamp === stamp) {
      return known.file;
    }
    const text = readFileSync(place, 'utf8').replace(/^\uFEFF/u, '');
    const file = this.#typescript.createSourceFile(fileName, text, this.#typescript.ScriptTarget.Latest, false);
    this.#read.set(fileName, { stamp, file });
    return file;
  }
}
