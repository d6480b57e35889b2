import type { ResolvedConcern } from '../../config/resolved-config.js';
import { declaredSymbol, originOfName } from '../denotation.js';
import type { ModuleFacts, Range, Wrapper, WrapperMember } from '../../source/facts.js';
import type { ModuleUnderCheck } from '../module-under-check.js';
import type { DeclaredSymbol } from '../concern-targets.js';
import { canonicalBehind } from '../objects/concern-objects.js';
import type { KnownFunction } from '../objects/known-object.js';
import { targetOf } from '../objects/receivers.js';
import type { Project } from '../project.js';
import { exemption } from './exemption.js';
import { exportedExpressions } from '../exported-expressions.js';
import { isLifecycle } from './lifecycle.js';

/** A declaration that stands in front of a concern's canonical and only hands calls on to it, directly or through others. */
export interface Layer {
  readonly symbol: DeclaredSymbol;
  readonly wrapper: Wrapper | undefined;
  /** `adapting` adds constants or fields of its own on the way. */
  readonly kind: 'forwarding' | 'adapting';
  /** From itself to the canonical: `ThreadNotifier`, `WebSocketBridgeAdapter`, `WebSocketBridge`. */
  readonly chain: readonly string[];
  /** What it hands on to directly. */
  readonly target: DeclaredSymbol;
  /** The names of all that it hands on to directly, in the order of its methods. */
  readonly targets: readonly string[];
  /** The methods that hand on, those among them that do not count (`start`, `close`) last. */
  readonly members: readonly LayerMember[];
  /** How many methods count, and how many of them hand on. */
  readonly methods: number;
  readonly forwards: number;
  /** What it adds, in words. */
  readonly adds: readonly string[];
}

/** A method that hands on, and the method of the target that it calls; `''` for a function itself. */
export interface LayerMember {
  readonly member: WrapperMember;
  readonly calls: string;
}

/** The share of the methods that hand on, from which a declaration counts as a layer over the canonical. */
const RATIO = 0.75;

/** The share of different target methods that an adapting layer calls at least. */
const DISTINCT = 0.8;

/** A hook of React, by its name. */
const HOOK = /^use[A-Z]/u;

const memo = new WeakMap<Project, WeakMap<ResolvedConcern, Map<string, Layer | undefined>>>();

/**
 * The layers over a concern's canonical that a module declares, in source order. A pure function of the modules' facts,
 * remembered for each project.
 */
export function layersIn(
  module: Pick<ModuleUnderCheck, 'facts' | 'origins'>,
  concern: ResolvedConcern,
  project: Project,
): Layer[] {
  const { facts } = module;
  const symbols = [
    ...facts.declarations
      .filter(({ kind, nameRange }) => kind === 'class' || wrapperAt(nameRange, facts) !== undefined)
      .map((declaration) => ({ path: facts.path, name: declaration.name, declaration })),
    ...exportedExpressions(facts).filter(({ declaration }) => wrapperAt(declaration.nameRange, facts) !== undefined),
  ];
  const layers = symbols.flatMap((symbol) => {
    const layer =
      module.origins === undefined
        ? layerOf(symbol, concern, project)
        : findLayer(symbol, module, concern, project, new Set());
    return layer === undefined ? [] : [layer];
  });
  return layers.filter((layer) => !layers.some((whole) => isMemberOf(layer, whole)));
}

/** Whether a function is one of those that `module.exports = { … }` holds, which is a layer as a whole. */
function isMemberOf({ symbol }: Layer, { symbol: whole, wrapper }: Layer): boolean {
  const [start, end] = symbol.declaration.nameRange;
  return (
    wrapper?.kind === 'object' &&
    wrapper.members.some(({ nameRange }) => nameRange[0] === start && nameRange[1] === end) &&
    whole.declaration.nameRange[0] !== start
  );
}

function wrapperAt([start]: Range, { wrappers }: ModuleFacts): Wrapper | undefined {
  return wrappers.find(({ nameRange }) => nameRange[0] === start);
}

/** What a declaration of any module hands on to the concern's canonical; `undefined` if it is no layer. */
export function layerOf(symbol: DeclaredSymbol, concern: ResolvedConcern, project: Project): Layer | undefined {
  return remembered(symbol, concern, project, new Set());
}

function remembered(
  symbol: DeclaredSymbol,
  concern: ResolvedConcern,
  project: Project,
  trail: ReadonlySet<string>,
): Layer | undefined {
  const ofProject = memo.get(project) ?? new WeakMap<ResolvedConcern, Map<string, Layer | undefined>>();
  memo.set(project, ofProject);
  const ofConcern = ofProject.get(concern) ?? new Map<string, Layer | undefined>();
  ofProject.set(concern, ofConcern);
  const key = keyOf(symbol);
  if (!ofConcern.has(key)) {
    const facts = project.facts(symbol.path);
    const layer = facts && !trail.has(key) ? findLayer(symbol, { facts }, concern, project, trail) : undefined;
    // Inside a cycle the answer depends on where one came in: only the outermost is kept.
    if (trail.size > 0 && layer === undefined) {
      return undefined;
    }
    ofConcern.set(key, layer);
  }
  return ofConcern.get(key);
}

function keyOf({ path, declaration }: DeclaredSymbol): string {
  return `${path}#${declaration.nameRange.join('-')}`;
}

function findLayer(
  symbol: DeclaredSymbol,
  module: Pick<ModuleUnderCheck, 'facts' | 'origins'>,
  concern: ResolvedConcern,
  project: Project,
  trail: ReadonlySet<string>,
): Layer | undefined {
  const { facts } = module;
  const inner = new Set(trail).add(keyOf(symbol));
  if (project.targets(concern).isCanonical(facts.path) || exemption(symbol, facts, concern, project) !== undefined) {
    return undefined;
  }
  const wrapper = wrapperAt(symbol.declaration.nameRange, facts);
  const own = wrapper && new LayerReader(symbol, wrapper, module, concern, project, inner).read();
  return own ?? inheritedLayer(symbol, facts, wrapper, concern, project, inner);
}

/** A subclass of a layer that adds no method of its own is one more layer. */
function inheritedLayer(
  symbol: DeclaredSymbol,
  facts: ModuleFacts,
  wrapper: Wrapper | undefined,
  concern: ResolvedConcern,
  project: Project,
  trail: ReadonlySet<string>,
): Layer | undefined {
  const { declaration } = symbol;
  const base = declaration.kind === 'class' ? declaration.extends[0] : undefined;
  const parent = base && declaredSymbol(originOfName(base, facts.path, project), project);
  const layer = parent && remembered(parent, concern, project, trail);
  const methods = declaration.members.filter(
    ({ kind, signature }) => kind === 'method' || (kind === 'field' && signature !== null),
  );
  if (parent === undefined || layer === undefined || methods.length > 0) {
    return undefined;
  }
  return {
    ...layer,
    symbol,
    wrapper,
    chain: [declaration.name, ...layer.chain],
    target: parent,
    targets: [parent.name],
  };
}

class LayerReader {
  constructor(
    private readonly symbol: DeclaredSymbol,
    private readonly wrapper: Wrapper,
    private readonly module: Pick<ModuleUnderCheck, 'facts' | 'origins'>,
    private readonly concern: ResolvedConcern,
    private readonly project: Project,
    private readonly trail: ReadonlySet<string>,
  ) {}

  read(): Layer | undefined {
    const { wrapper } = this;
    const all = wrapper.members.filter(({ kind, forward }) => kind === 'method' && !this.isData(forward));
    const methods = all.filter(({ name }) => !isLifecycle(name));
    const others = all.filter(({ name }) => isLifecycle(name));
    const counted = methods.flatMap((member) => this.handedOn(member) ?? []);
    const [first] = counted;
    const offered = methods.length + this.dataOffered();
    if (first === undefined || counted.length / offered < RATIO || !this.isEnough(counted)) {
      return undefined;
    }
    const best = mostFrequent(counted.map(({ target }) => target));
    const through = counted.find(({ target }) => target === best) ?? first;
    const isAdapting =
      counted.filter(({ member }) => member.forward?.kind === 'forwarding').length / methods.length < RATIO;
    // What keeps a set of its own in the canonical Redis does the work that its name says, whatever commands it takes.
    if (isAdapting && (counted.some(({ isForeign }) => isForeign) || !this.isOnePerMethod(counted))) {
      return undefined;
    }
    return {
      symbol: this.symbol,
      wrapper,
      kind: isAdapting ? 'adapting' : 'forwarding',
      chain: [this.symbol.name, ...through.chain],
      target: through.symbol,
      targets: [...new Set(counted.map(({ chain: [target = ''] }) => target))],
      members: [...counted, ...others.flatMap((member) => this.handedOn(member) ?? [])].map(({ member, calls }) => ({
        member,
        calls,
      })),
      forwards: counted.length,
      methods: methods.length,
      adds: [...new Set(counted.flatMap(({ member }) => member.forward?.adds ?? []))].sort(),
    };
  }

  /**
   * Whether each method stands for one of the target's: an API client calls `get` with one path after another, and that is
   * what `get` is for. Events of the concern are the exception: raising them by method is what the canonical does.
   */
  private isOnePerMethod(counted: readonly Counted[]): boolean {
    const adapting = counted.filter(({ member }) => member.forward?.kind === 'adapting');
    if (adapting.every(({ member }) => this.raisesEvent(member.forward))) {
      return true;
    }
    const addsConstantsOnly = adapting.every(({ member }) => member.forward?.adds.join() === 'constants');
    const distinct = new Set(counted.map(({ calls, target }) => `${target} ${calls}`)).size;
    return distinct / counted.length >= DISTINCT && (counted.length > 1 || !addsConstantsOnly);
  }

  private raisesEvent(forward: WrapperMember['forward']): boolean {
    const call = this.module.facts.memberCalls.find(({ nameRange }) => nameRange[0] === forward?.calleeRange[0]);
    return call?.events.some(({ value }) => this.concern.events.includes(value)) === true;
  }

  /** What an object offers besides functions: a hook that returns its messages beside `send` is no layer. */
  private dataOffered(): number {
    const { kind, members } = this.wrapper;
    return kind === 'object' || kind === 'factory' ? members.filter((member) => member.kind === 'field').length : 0;
  }

  /** `{ id: run.id }` maps data. A member that is taken over counts where it is known to be a method. */
  private isData(forward: WrapperMember['forward']): boolean {
    return forward?.via === 'alias' && !targetOf(forward, this.module, this.project)?.signature;
  }

  private isEnough(counted: readonly Counted[]): boolean {
    const [only] = counted;
    // One call of the canonical database in a function, `findUser(id)`, is what it is there for.
    if (only?.isForeign === true && counted.length === 1) {
      return false;
    }
    if (this.wrapper.kind !== 'function') {
      return true;
    }
    const forward = only?.member.forward;
    if (forward === undefined || forward === null || only === undefined || forward.kind !== 'forwarding') {
      return false;
    }
    // Without parameters it only fetches something: that is an accessor, unless one hook stands for another.
    const isHook = HOOK.test(this.symbol.name) && HOOK.test(only.calls);
    const isBound = forward.via === 'bind';
    return this.symbol.declaration.exportedAs.length > 0 && (forward.parameters > 0 || isHook || isBound);
  }

  private handedOn(member: WrapperMember): Counted | undefined {
    const { forward } = member;
    // A part of what it is given, or a message of its own making: that is what users of the canonical do.
    if (forward === null || forward.kind === 'composing' || forward.adds.includes('parts of its parameters')) {
      return undefined;
    }
    const target = targetOf(forward, this.module, this.project);
    const chain = target && this.chainFrom(target);
    if (target === undefined || chain === undefined) {
      return undefined;
    }
    const calls = target.member === '' ? target.symbol.name : target.member;
    const { opaque: isForeign = false, symbol } = target;
    return { member, calls, chain, symbol, target: keyOf(symbol), isForeign };
  }

  /** The names from a target to the canonical; `undefined` if it does not lead there. */
  private chainFrom({ holders, symbol }: KnownFunction): readonly string[] | undefined {
    const { concern, project } = this;
    if (keyOf(symbol) === keyOf(this.symbol)) {
      return undefined;
    }
    const canonical = canonicalBehind({ symbol, holders }, concern, project);
    if (canonical !== undefined) {
      const isSubclass = canonical.declaration.kind === 'class' && canonical.name !== symbol.name;
      return isSubclass ? [symbol.name, canonical.name] : [canonical.name];
    }
    const targets = project.targets(concern);
    if (targets.isCanonical(symbol.path)) {
      const isAccessor = concern.accessors.includes(symbol.name) || HOOK.test(symbol.name);
      return isAccessor ? [symbol.name] : undefined;
    }
    const layer = remembered(symbol, concern, project, this.trail);
    if (layer !== undefined) {
      return layer.chain;
    }
    const match = targets.classify({ target: { kind: 'module', path: symbol.path }, path: [symbol.name] });
    return match?.kind === 'twin' ? [symbol.name, match.replacement.to.root] : undefined;
  }
}

interface Counted extends LayerMember {
  readonly chain: readonly string[];
  readonly symbol: DeclaredSymbol;
  readonly target: string;
  /** Whether what it calls is a member of an object that a package makes. */
  readonly isForeign: boolean;
}

function mostFrequent(keys: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  let best: string | undefined;
  for (const [key, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = key;
  return best;
}
