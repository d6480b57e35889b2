import { originOfName } from '../../symbols/denotation.js';
import type { LayerMember } from '../../symbols/layers/layers.js';
import type { CanonicalRoot } from '../../symbols/replacement-target.js';
import type { CanonicalExpression } from '../../config/resolved-config.js';
import type { Range } from '../../source/facts.js';
import type { Edit } from '../edit.js';
import { planImport } from '../imports/plan-import.js';
import { isSameModuleSymbol } from '../imports/same-module-symbol.js';
import type { DraftEdits } from '../replacing.js';
import type { AdapterUse } from './replace-adapter.js';
import { expressionOf } from './replace-function.js';
import { currentName, doubtAbout } from './replace-instances.js';

/** One call of a method of the object. */
interface MethodUse {
  /** `notifications.begin` */
  readonly range: Range;
  readonly member: LayerMember;
  readonly to: CanonicalExpression;
}

/**
 * `notifications.begin(run)` becomes `getBridge().started(run)`, as the object's own body says.
 *
 * @returns `undefined` where something else than a forwarded method is used, or the target is the object's own
 */
export function replaceObject(use: AdapterUse): DraftEdits | undefined {
  const { binding, layer } = use;
  if (layer.wrapper?.kind !== 'object' || binding.references.length === 0) {
    return undefined;
  }
  const uses = binding.references.flatMap(({ links, path, range, role }): MethodUse[] => {
    const member = layer.members.find(({ member: { name } }) => name === path[0]);
    const to = member?.member.forward ? expressionOf(member.member.forward) : undefined;
    const end = links[0]?.[1];
    return role === 'call' && path.length === 1 && member !== undefined && to !== undefined && end !== undefined
      ? [{ range: [range[0], end], member, to }]
      : [];
  });
  const root = rootOf(uses, use);
  if (uses.length < binding.references.length || root === undefined) {
    return undefined;
  }
  const { concern, module, project, request } = use;
  const plan = planImport({
    module,
    concern,
    project,
    root,
    typeOnly: false,
    replaced: { request, binding },
    keepLocal: false,
  });
  const edits = plan && uses.map((one): Edit => ({ range: one.range, text: plan.local + membersOf(one, use) }));
  return edits && { edits: [...plan.edits, ...edits], doubts: doubtsAbout(uses, use) };
}

/** The export of the canonical that all uses start with. */
function rootOf(uses: readonly MethodUse[], { concern, layer, project }: AdapterUse): CanonicalRoot | undefined {
  const [name, ...others] = new Set(uses.map(({ to }) => to.root));
  const root = name === undefined || others.length > 0 ? undefined : project.targets(concern).rootExport(name);
  const { path } = layer.symbol;
  const own = originOfName({ name: name ?? '', path: [], range: [0, 0], origin: 'import' }, path, project);
  return root !== undefined && isSameModuleSymbol(root.origin, own) ? root : undefined;
}

/** What follows the root: `().started`. */
function membersOf({ member, to }: MethodUse, use: AdapterUse): string {
  const current = currentName(member.calls, use);
  return to.text.slice(to.root.length, to.text.length - member.calls.length) + current;
}

function doubtsAbout(uses: readonly MethodUse[], use: AdapterUse): string[] {
  const doubts = uses.flatMap(({ member }) => {
    const forward = member.member.forward;
    const isBound = forward?.via === 'bind' && forward.plain;
    const doubt = isBound ? undefined : doubtAbout({ ...member, calls: currentName(member.calls, use) }, use);
    return doubt === undefined || use.compatible === true ? [] : [doubt];
  });
  return [...new Set(doubts)];
}
