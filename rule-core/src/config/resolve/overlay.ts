import type { PresetName } from '../config.js';
import { didYouMean } from '../did-you-mean.js';
import { problemAt, type ProblemSource, type ValuePath } from '../problems.js';
import type { ConfigProblem } from '../resolved-config.js';
import { checkOptions } from '../validate/check-config.js';
import type { ConcernOptions } from '../validate/validators.js';
import { listed } from '../validate/wording.js';
import { draftOfOptions, overlaid, type ConcernDraft } from './concern-draft.js';

/** The options of a rule, laid over a concern of the config file. */
export interface ConcernOverlay {
  /** The rule's name without prefix; problems with its options are reported under it. */
  readonly rule: string;
  /** The preset whose concerns the rule checks; `undefined` for those without one. */
  readonly preset?: PresetName | undefined;
  /** A concern of the same form as in the config file, and `concern`, its name, where the file has several. Checked here. */
  readonly options: ConcernOptions;
}

/** Lays the options of a rule over the concern that they are for, or adds a concern if there is none. */
export function withOverlay(
  drafts: readonly ConcernDraft[],
  overlay: ConcernOverlay,
): { drafts: readonly ConcernDraft[]; problems: ConfigProblem[] } {
  const source: ProblemSource = { name: overlay.rule, place: () => undefined };
  const { options, findings } = checkOptions(overlay.options);
  const problems = findings.map((finding) => problemAt(source, finding, undefined));
  if (options === undefined) return { drafts, problems };
  const unchanged = (path: ValuePath, message: string) => ({
    drafts,
    problems: [...problems, problemAt(source, { path, message }, undefined)],
  });

  const { concern: name, ...fields } = options;
  if (fields.preset !== undefined && fields.preset !== overlay.preset) {
    const checked = overlay.preset === undefined ? 'without a preset' : `of the preset "${overlay.preset}"`;
    return unchanged(
      ['preset'],
      `this rule checks concerns ${checked}. Remove the field, or set the options of another rule.`,
    );
  }
  const candidates = drafts.filter((draft) => draft.preset?.name === overlay.preset);
  const written = Object.keys(overlay.options);
  if (candidates.length === 0 && !drafts.some(({ id }) => id === name)) {
    const id = name ?? overlay.preset ?? overlay.rule;
    const own = overlay.preset === undefined ? fields : { ...fields, preset: overlay.preset };
    return { drafts: [...drafts, draftOfOptions(id, own, written, source)], problems };
  }
  const names = candidates.map(({ id }) => id);
  if (name === undefined && names.length > 1) {
    return unchanged(
      [],
      `this rule checks ${listed(names)}. Say which of them the options are for: "concern": "${names[0] ?? ''}".`,
    );
  }
  const target = name === undefined ? candidates[0] : candidates.find(({ id }) => id === name);
  if (target === undefined) {
    const known = names.length === 0 ? '' : ` It checks ${listed(names)}.`;
    return unchanged(
      ['concern'],
      `this rule checks no concern "${name ?? ''}".${didYouMean(name ?? '', names) || known}`,
    );
  }
  const result = overlaid(target, fields, written, source);
  return { drafts: drafts.map((draft) => (draft === target ? result : draft)), problems };
}
