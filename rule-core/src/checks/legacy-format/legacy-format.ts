import type { ResolvedConcern } from '../../config/resolved-config.js';
import { replaceText, writtenCall } from '../../edits/replace-text.js';
import type { Range, TextRead } from '../../source/facts.js';
import type { Check } from '../check.js';
import type { ModuleUnderCheck } from '../../symbols/module-under-check.js';
import { readerFor } from '../made-ids/canonical-calls.js';
import { formatsOf } from '../made-ids/formats.js';
import { isOwn, madeIds } from '../made-ids/made-ids.js';
import { literalsOf, type TextFormat } from '../made-ids/text-format.js';
import { ownerOf } from '../../symbols/owner.js';
import type { Project } from '../../symbols/project.js';
import type { Violation } from '../violation.js';
import { readsFormat } from './format-reads.js';

/** Writing or reading a format of the concern's IDs by hand. */
export const legacyFormat: Check = {
  name: 'legacy-format',
  inTests: false,
  messages: {
    formatWritten:
      "This writes the format '{{format}}' by hand; '{{concern}}' belongs to {{owner}} ({{path}}). Use {{use}} instead.",
    formatRead:
      "'{{name}}' is read by its format '{{format}}', which only {{owner}} ({{path}}) may know, the single source of '{{concern}}'. Use {{use}} instead.",
  },
  words: ({ formats, preset, replacements }) => ({
    anywhere: [
      ...formats.flatMap(({ template }) => wordsOfTemplate(template)),
      ...(preset === 'id-generation' && replacements.length > 0 ? cutsAt('_') : []),
    ],
  }),
  run(module, concern, project) {
    return [...written(module, concern, project), ...readByHand(module, concern, project)];
  },
};

/** The literals of a format that have a word in them, and the ways to take it apart at the others. */
function wordsOfTemplate(template: string): string[] {
  const literals = template.split(/\$\{\w+\}/u).filter((text) => text !== '');
  const separators = new Set(
    literals.flatMap((text) => [text.at(0) ?? '', text.at(-1) ?? '']).filter((text) => /\W|_/u.test(text)),
  );
  const words = literals.flatMap((text) => text.split(/\W|_/u)).filter((word) => word.length > 1);
  return [
    ...literals.filter((text) => /\w{2}/u.test(text)),
    // `['thread', thread].join('_')`
    ...words.flatMap((word) => [`'${word}'`, `"${word}"`]),
    ...[...separators].flatMap(cutsAt),
  ];
}

function cutsAt(separator: string): string[] {
  const cuts = ['.split(', 'ndexOf('].flatMap((call) => [`${call}'${separator}'`, `${call}"${separator}"`]);
  return [...cuts, `.split(/${separator}/`, `.split(/\\${separator}/`];
}

function written(module: ModuleUnderCheck, concern: ResolvedConcern, project: Project): Violation[] {
  return madeIds(module.facts, concern, project).formatted.map(({ bindings, format, made, scope }): Violation => {
    const { owner, path, related } = ownerOf(concern, project, format.to?.root);
    const use = format.to === undefined ? owner : (writtenCall(format.to, bindings)?.text ?? format.to.text);
    return {
      check: 'legacy-format',
      concern: concern.id,
      messageId: 'formatWritten',
      data: { format: format.template, concern: concern.id, owner, path, use },
      range: made.range,
      symbol: format.template,
      scope,
      related,
      ...replaceText({ module, concern, project, made, to: format.to, bindings, compatible: format.compatible }),
      tags: [],
    };
  });
}

function readByHand({ facts }: ModuleUnderCheck, concern: ResolvedConcern, project: Project): Violation[] {
  if (isOwn(facts.path, concern, project)) {
    return [];
  }
  const formats = formatsOf(concern, project);
  const reads = facts.textReads.flatMap((read) => {
    const format = formats.find((candidate) => readsFormat(read, candidate));
    return format === undefined ? [] : [{ read, format }];
  });
  return reads
    .filter(
      ({ read }, position) =>
        !reads.some(
          ({ read: other, format }, index) =>
            isSaid(read, other, index < position) || cutsAfter(other, format, facts.textReads).includes(read),
        ),
    )
    .map(({ format, read }): Violation => {
      const cuts = cutsAfter(read, format, facts.textReads);
      const { owner, path, related } = ownerOf(concern, project, format.to?.root);
      return {
        check: 'legacy-format',
        concern: concern.id,
        messageId: 'formatRead',
        data: {
          name: read.receiver,
          format: format.template,
          concern: concern.id,
          owner,
          path,
          use: readerFor(read.names, concern, project),
        },
        range: outermost(read, facts.textReads).range,
        symbol: `${facts.path}#${read.receiver}.${read.method}`,
        scope: read.scope,
        related: [
          ...related,
          ...cuts.map(({ range }) => ({ path: facts.path, range, message: 'A part of it is cut out here.' })),
        ],
        fix: null,
        suggestions: [],
        tags: [],
      };
    });
}

/** Whether another report says what this one would: around it, or earlier at the same place. */
function isSaid({ range }: TextRead, other: TextRead, isEarlier: boolean): boolean {
  const isSame = other.range[0] === range[0] && other.range[1] === range[1];
  return isSame ? isEarlier : contains(other.range, range);
}

/** `id.slice(id.indexOf('_run_') + 5)` around `id.indexOf('_run_')`. */
function outermost(read: TextRead, all: readonly TextRead[]): TextRead {
  return (
    all.find((other) => other !== read && other.receiver === read.receiver && contains(other.range, read.range)) ?? read
  );
}

/** `id.slice(7)` behind `id.startsWith('thread_')`. */
function cutsAfter(read: TextRead, format: TextFormat, all: readonly TextRead[]): TextRead[] {
  if (read.method !== 'startsWith' || !literalsOf(format)[0]?.startsWith(read.literal ?? '')) {
    return [];
  }
  return all.filter(
    ({ literal, method, range, receiver, scope }) =>
      (literal === null || literal === read.literal) &&
      /^(?:slice|substring|substr)$/u.test(method) &&
      receiver === read.receiver &&
      scope === read.scope &&
      range[0] > read.range[0],
  );
}

function contains(outer: Range, inner: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}
