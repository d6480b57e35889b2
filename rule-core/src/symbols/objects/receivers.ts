import { declaredSymbol } from '../denotation.js';
import type { Forward, HeldObject, ModuleFacts } from '../../source/facts.js';
import type { ModuleUnderCheck } from '../module-under-check.js';
import type { Origin, Project } from '../project.js';
import { canonicalShapes } from './concern-objects.js';
import { knownFunction, knownObject, type KnownFunction } from './known-object.js';
import type { KnownObject } from './members.js';

/** The answers of the type checker, by position: asked once, whichever checks want them. The project is as this module sees it. */
const answers = new WeakMap<Project, ReadonlyMap<number, Origin>>();

/**
 * The object that a member is called on.
 *
 * @param position where the called name starts: a type checker is asked about it where the module itself does not tell
 */
export function receiverOf(
  receiver: HeldObject,
  position: number,
  module: ModuleUnderCheck,
  project: Project,
): KnownObject | undefined {
  const known = knownObject(receiver, module.facts.path, project);
  return known === undefined || known.opaque === true ? (typedReceiver(position, module, project) ?? known) : known;
}

/** What a function hands its calls on to. `module` is the module under check, or only the facts of another one. */
export function targetOf(
  forward: Forward,
  module: Pick<ModuleUnderCheck, 'facts' | 'origins'>,
  project: Project,
): KnownFunction | undefined {
  const known = knownFunction(forward.callee, module.facts.path, project);
  if (known !== undefined) {
    return known;
  }
  const member = forward.callee.path.at(-1);
  const receiver = typedReceiver(forward.calleeRange[0], module, project);
  return receiver && member !== undefined
    ? { symbol: receiver.symbol, member, signature: null, holders: [] }
    : undefined;
}

function typedReceiver(
  position: number,
  module: Pick<ModuleUnderCheck, 'facts' | 'origins'>,
  project: Project,
): KnownObject | undefined {
  const origin = module.origins && answersFor(module.facts, module.origins, project).get(position);
  const symbol = origin && origin.path.length > 1 ? declaredSymbol(origin, project) : undefined;
  const member = symbol?.declaration.members.find(({ name }) => name === origin?.path[1]);
  return (
    symbol && {
      symbol,
      side: member?.static === true || symbol.declaration.kind === 'variable' ? 'itself' : 'instance',
    }
  );
}

function isUnknown(receiver: HeldObject, path: string, project: Project): boolean {
  const known = knownObject(receiver, path, project);
  return known === undefined || known.opaque === true;
}

function answersFor(
  facts: ModuleFacts,
  origins: NonNullable<ModuleUnderCheck['origins']>,
  project: Project,
): ReadonlyMap<number, Origin> {
  let known = answers.get(project);
  if (known === undefined) {
    const positions = questions(facts, project);
    const found = positions.length === 0 ? [] : origins.declarations(positions);
    known = new Map(
      positions.flatMap((position, index): [number, Origin][] => {
        const origin = found[index];
        return origin === undefined ? [] : [[position, origin]];
      }),
    );
    answers.set(project, known);
  }
  return known;
}

/** The called names that some concern could care about, on receivers that the module itself does not tell. */
function questions(facts: ModuleFacts, project: Project): number[] {
  const names = new Set(
    project.config.concerns.flatMap((concern) => [
      ...Object.keys(concern.methods),
      ...[...canonicalShapes(concern, project).values()].flatMap(({ symbol }) =>
        symbol.declaration.members.map(({ name }) => name),
      ),
    ]),
  );
  const calls = facts.memberCalls
    .filter(({ name, receiver }) => names.has(name) && isUnknown(receiver, facts.path, project))
    .map(({ nameRange }) => nameRange[0]);
  const forwards = facts.wrappers
    .flatMap(({ members }) => members.map(({ forward }) => forward))
    .filter((forward) => forward !== null && forward.callee.path.length > 0)
    .flatMap((forward) => (forward === null ? [] : [forward.calleeRange[0]]));
  return [...new Set([...calls, ...forwards])].sort((a, b) => a - b);
}
