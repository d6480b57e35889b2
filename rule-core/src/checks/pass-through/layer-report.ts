import type { ResolvedConcern } from '../../config/resolved-config.js';
import type { Layer } from '../../symbols/layers/layers.js';
import { ownerOf } from '../../symbols/owner.js';
import type { Project } from '../../symbols/project.js';
import type { RelatedPlace } from '../../symbols/related-place.js';
import type { Violation } from '../violation.js';

/** What every report about a layer says. */
export function layerViolation({ symbol, target }: Layer, concern: ResolvedConcern, project: Project) {
  const { related } = ownerOf(concern, project);
  const place: RelatedPlace = {
    path: target.path,
    range: target.declaration.nameRange,
    message: `'${target.name}' is what '${symbol.name}' hands on to.`,
  };
  const isOwner = related.some(({ path, range }) => path === place.path && range[0] === place.range[0]);
  return {
    check: 'pass-through',
    concern: concern.id,
    symbol: `${symbol.path}#${symbol.name}`,
    scope: '',
    related: isOwner ? related : [...related, place],
    tags: [],
  } satisfies Partial<Violation>;
}

/** More targets than this are too many for a sentence. */
const MOST_NAMED = 3;

/** What the messages about a layer are filled in with. */
export function layerData(layer: Layer, concern: ResolvedConcern, project: Project): Record<string, string> {
  const { adds, chain, forwards, methods, target, targets, wrapper } = layer;
  const { owner, path, obtain } = ownerOf(concern, project, chain.at(-1));
  const share = methods === 1 ? 'its only method' : `${forwards} of ${methods} methods`;
  return {
    target: targets.length > MOST_NAMED ? target.name : listed(targets),
    share: wrapper?.kind === 'function' ? 'its whole body' : share,
    chain: chain.length > 2 ? `; ${chain.join(' → ')}` : '',
    adds: listed(adds),
    concern: concern.id,
    owner,
    path,
    use: targets.length > 1 ? 'them' : (callInPlace(layer, obtain) ?? obtain),
  };
}

/** For a function what its callers write in its place: `getBridge().send`, or the function behind it. */
function callInPlace({ chain, members: [only], target, wrapper }: Layer, obtain: string): string | undefined {
  if (wrapper?.kind !== 'function' || only === undefined) {
    return undefined;
  }
  const isMember = (only.member.forward?.callee.path.length ?? 0) > 0 && only.calls !== target.name;
  // "What lib exports" has no members.
  const object = /\s/u.test(obtain) ? (chain.at(-1) ?? target.name) : obtain;
  return isMember ? `${object}.${only.calls}` : only.calls;
}

/** `constants and own fields`. */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
