import { canonicalBehind } from '../../symbols/objects/concern-objects.js';
import { knownObject } from '../../symbols/objects/known-object.js';
import { memberOf } from '../../symbols/objects/members.js';
import type { Layer, LayerMember } from '../../symbols/layers/layers.js';
import type { Project } from '../../symbols/project.js';
import type { CallSite, MemberCall, Reference, Signature } from '../../source/facts.js';
import { signatureDifference } from '../compatibility.js';
import type { Edit } from '../edit.js';
import { removeBinding, removeStatement } from '../imports/import-statement.js';
import { planImport } from '../imports/plan-import.js';
import type { DraftEdits } from '../replacing.js';
import type { AdapterUse } from './replace-adapter.js';
import { namePattern } from '../../source/names/name-pattern.js';

/**
 * `new Adapter(bridge)` becomes `bridge`, and the methods called on it take the target's names.
 *
 * @returns `undefined` where the target is not reachable, or something else than a forwarded method is used
 */
export function replaceInstances(use: AdapterUse): DraftEdits | undefined {
  const { binding, module } = use;
  if (!takesTarget(use.layer, use.project)) {
    return undefined;
  }
  const constructions: CallSite[] = [];
  const types: Reference[] = [];
  for (const reference of binding.references) {
    if (reference.path.length > 0) {
      return undefined;
    }
    if (reference.role === 'new' && reference.call?.arguments.length === 1 && !reference.call.spread) {
      constructions.push(reference.call);
    } else if (reference.role === 'type') {
      types.push(reference);
    } else {
      return undefined;
    }
  }
  const calls = module.facts.memberCalls.filter(({ receiver }) => isLayer(use, receiver));
  const renames = renamed(calls, use);
  const imports = editImport(use, types);
  if (renames === undefined || imports === undefined) {
    return undefined;
  }
  const doubts = new Set([
    ...renames.doubts,
    ...constructions.flatMap((call) => (staysHere(call, calls, use) ? [] : ['it is handed on to others'])),
  ]);
  if (types.length > 0) {
    doubts.add('whoever hands it over must hand over the other one');
  }
  const values = constructions.map((call): Edit => ({ range: call.range, text: argumentText(call, module.text) }));
  return { edits: [...values, ...renames.edits, ...imports], doubts: [...doubts] };
}

/** Whether a layer is made from its target and nothing else. */
export function takesTarget(layer: Layer, project: Project): boolean {
  const { declaration, path } = layer.symbol;
  const parameters = declaration.members.find(({ kind }) => kind === 'constructor')?.signature?.parameters ?? [];
  const [only, ...others] = parameters;
  if (only?.type === null || only === undefined || others.length > 0) {
    return false;
  }
  const known = knownObject(
    { range: only.type.range, base: { kind: 'typed', type: only.type }, path: [] },
    path,
    project,
  );
  return known?.symbol.path === layer.target.path && known.symbol.name === layer.target.name;
}

function isLayer({ layer, module, project }: AdapterUse, receiver: MemberCall['receiver']): boolean {
  const known = knownObject(receiver, module.facts.path, project);
  return (
    known?.side === 'instance' && known.symbol.path === layer.symbol.path && known.symbol.name === layer.symbol.name
  );
}

function renamed(calls: readonly MemberCall[], use: AdapterUse): DraftEdits | undefined {
  const edits: Edit[] = [];
  const doubts = new Set<string>();
  for (const call of calls) {
    const found = use.layer.members.find(({ member }) => member.name === call.name);
    if (found === undefined) {
      return undefined;
    }
    const calls = currentName(found.calls, use);
    if (calls !== call.name) {
      edits.push({ range: call.nameRange, text: calls });
    }
    const doubt = use.compatible === true ? undefined : doubtAbout({ ...found, calls }, use);
    if (doubt !== undefined) {
      doubts.add(doubt);
    }
  }
  return { edits, doubts: [...doubts] };
}

/** An adapter may still call the old name of a method that has a new one. */
export function currentName(calls: string, { concern, layer, project }: AdapterUse): string {
  const current = Object.hasOwn(concern.methods, calls) ? concern.methods[calls] : undefined;
  const isCanonical = canonicalBehind({ symbol: layer.target }, concern, project) !== undefined;
  return current !== undefined &&
    isCanonical &&
    memberOf({ symbol: layer.target, side: 'instance' }, current, project) !== undefined
    ? current
    : calls;
}

export function doubtAbout({ calls, member }: LayerMember, { layer, project }: AdapterUse): string | undefined {
  if (member.forward?.plain !== true) {
    return `'${member.name}' also guards, logs, waits or catches`;
  }
  const from = layer.symbol.declaration.members.find(({ name }) => name === member.name)?.signature;
  const to = memberOf({ symbol: layer.target, side: 'instance' }, calls, project)?.member.signature;
  // Where both say what they return, whether one of them is written with `async` makes no difference to callers.
  const isSameReturn = from?.returns?.text === to?.returns?.text && from?.returns !== null;
  const called = from && to ? namedAs(from, to) : from;
  const compared = called && to && isSameReturn ? { ...called, async: to.async } : called;
  const difference = compared && to ? signatureDifference(compared, to, false) : 'the two cannot be compared';
  return difference === undefined ? undefined : `'${member.name}': ${difference}`;
}

/** A signature whose parameters are passed on in their order: what they are called makes no difference. */
function namedAs(from: Signature, { parameters }: Signature): Signature {
  return {
    ...from,
    parameters: from.parameters.map((one, index) => ({ ...one, name: parameters[index]?.name ?? one.name })),
  };
}

/** Whether a new instance goes nowhere but into a name of which every use in the module is a known call. */
function staysHere(call: CallSite, calls: readonly MemberCall[], { module }: AdapterUse): boolean {
  const { facts, text } = module;
  if (calls.some(({ receiver }) => receiver.range[0] === call.range[0] && receiver.range[1] === call.range[1])) {
    return true;
  }
  const holder = /(?:\b(?:const|let|private|readonly)\s+|#)([\w$]+)\s*(?::[^=;\n]*)?=\s*$/u.exec(
    text.slice(0, call.range[0]),
  )?.[1];
  if (holder === undefined || /\bexport\b[^\n]*$/u.test(text.slice(0, call.range[0]))) {
    return false;
  }
  // Every other place where the name stands counts, comments included: better a suggestion than a broken program.
  const everywhere = [...text.matchAll(new RegExp(`(?<![\\w$])${namePattern(holder)}(?![\\w$])`, 'gu'))];
  const places = everywhere.filter(
    ({ index }) => !facts.requests.some(({ specifierRange: [start, end] }) => start <= index && index < end),
  ).length;
  const known = calls.filter(({ receiver }) => text.slice(...receiver.range).endsWith(holder)).length;
  return places === known + 1;
}

function argumentText(call: CallSite, text: string): string {
  const [start, end] = call.arguments[0] ?? call.range;
  const argument = text.slice(start, end);
  return /^[\w$.#]+(?:\([^()]*\))?$|^new\s[\w$.]+\(.*\)$/u.test(argument) ? argument : `(${argument})`;
}

/** The import of the layer goes; where types name it, that of the target comes. */
function editImport(
  { binding, concern, layer, module, project, request }: AdapterUse,
  types: readonly Reference[],
): readonly Edit[] | undefined {
  if (request.form !== 'import') {
    return undefined;
  }
  const removal =
    request.bindings.length > 1
      ? removeBinding(module.text, request, binding)
      : removeStatement(module.text, request.range);
  if (types.length === 0) {
    return [removal];
  }
  const exported = layer.target.declaration.exportedAs[0];
  if (exported === undefined) {
    return undefined;
  }
  const plan = planImport({
    module,
    concern,
    project,
    root: { path: layer.target.path, exported, origin: project.declaration(layer.target.path, [exported]) },
    typeOnly: true,
    replaced: { request, binding },
    keepLocal: false,
  });
  return plan && [...plan.edits, ...types.map(({ range }): Edit => ({ range, text: plan.local }))];
}
