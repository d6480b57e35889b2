import type { ParsedModule } from '../parsed-module.js';
import type { Suppression } from '../facts.js';
import { detached } from '../tree/copied-text.js';
import type { StartCollector } from './collector.js';

type Comment = ParsedModule['comments'][number];

const DIRECTIVE = /^eslint-(disable-next-line|disable-line|disable|enable)(?:\s|$)/u;
/** `eslint ssot/a: off, "ssot/b": ["off", {}]` */
const CONFIGURATION = /^eslint\s/u;
const SWITCHED_OFF = /(?:^|[\s,{])(["']?)([\w@/-]+)\1\s*:\s*\[?\s*(?:(["'])off\3|off|0)(?=[\s,\]}]|$)/gu;
/** Two dashes or more between white space start the description. */
const DESCRIPTION = /\s-{2,}\s/u;
const LINE_BREAK = /[\n\r\u2028\u2029]/u;

/** Comments that switch rules off and on. Comments are no part of the walk. */
export const collectSuppressions: StartCollector = ({ module }) => ({
  enter: {},
  finish: () => ({ suppressions: module.comments.flatMap((comment) => suppressionOf(comment) ?? []) }),
});

/**
 * What a comment says, by ESLint's rules (`SourceCode#getDisableDirectives` and `ConfigCommentParser` of
 * `@eslint/plugin-kit`): a line comment can only switch off a line, and one that switches off its own line must not be
 * longer than that.
 */
function suppressionOf({ type, value, range }: Comment): Suppression | undefined {
  if (!value.includes('eslint')) {
    return undefined;
  }
  const description = DESCRIPTION.exec(value);
  const directive = (description === null ? value : value.slice(0, description.index)).trim();
  const reason = description === null ? '' : detached(value.slice(description.index + description[0].length).trim());
  if (type === 'Block' && CONFIGURATION.test(directive)) {
    const rules = [...directive.matchAll(SWITCHED_OFF)].flatMap((match) => match[2] ?? []).map(detached);
    return rules.length === 0 ? undefined : { kind: 'off', range: [range[0], range[1]], rules, reason };
  }
  const [label = '', kind] = DIRECTIVE.exec(directive) ?? [];
  if (!isKind(kind) || (type === 'Line' && (kind === 'disable' || kind === 'enable'))) {
    return undefined;
  }
  if (kind === 'disable-line' && LINE_BREAK.test(value)) {
    return undefined;
  }
  return {
    kind,
    range: [range[0], range[1]],
    rules: rulesOf(directive.slice(label.length)),
    reason,
  };
}

function isKind(text: string | undefined): text is Suppression['kind'] {
  return text !== undefined;
}

function rulesOf(list: string): string[] {
  const names = list.split(',').map((name) => name.trim().replace(/^(['"]?)(.*)\1$/su, '$2'));
  return [...new Set(names.filter((name) => name !== ''))].map(detached);
}
