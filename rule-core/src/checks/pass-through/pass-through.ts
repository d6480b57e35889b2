import type { ResolvedConcern } from '../../config/resolved-config.js';
import { adapterReplacing } from '../../edits/adapter/replace-adapter.js';
import type { Binding, DeclarationKind, ModuleRequest } from '../../source/facts.js';
import type { Check } from '../check.js';
import type { ModuleUnderCheck } from '../../symbols/module-under-check.js';
import { ownerOf } from '../../symbols/owner.js';
import type { Project } from '../../symbols/project.js';
import { isReportedOnce } from '../reported-once.js';
import { secondByName } from '../second-declaration/by-name.js';
import { ancestry } from '../second-declaration/hierarchy.js';
import type { RelatedPlace } from '../../symbols/related-place.js';
import type { Violation } from '../violation.js';
import { exemption } from '../../symbols/layers/exemption.js';
import { driverBehind, middleMan } from './middle-man.js';
import { layerOf, layersIn, type Layer } from '../../symbols/layers/layers.js';
import { declaredSymbol } from '../../symbols/denotation.js';

/**
 * Standing in front of the canonical and only handing calls on to it: classes, objects, factories and functions, directly
 * or through other layers, and the imports of those that add nothing.
 *
 * The way bodies are compared follows "middle man" of Fowler's Refactoring, with arguments and targets taken into account.
 */
export const passThrough: Check = {
  name: 'pass-through',
  inTests: false,
  messages: {
    forwardingLayer:
      "'{{name}}' only forwards to {{target}} ({{share}}{{chain}}); '{{concern}}' belongs to {{owner}} ({{path}}). Call {{use}} and delete it.",
    adaptingLayer:
      "'{{name}}' is a layer over {{target}} ({{share}}, adding {{adds}}{{chain}}); '{{concern}}' belongs to {{owner}} ({{path}}). Move what it adds into {{owner}} and call that.",
    driverLayer:
      "'{{name}}' only forwards to {{target}} ({{share}}), which belongs to {{owner}} ({{path}}), the single source of '{{concern}}'. Use {{use}} instead.",
    layerUse:
      "'{{name}}' only forwards to {{target}} ({{module}}{{chain}}); '{{concern}}' belongs to {{owner}} ({{path}}). Use {{use}} directly.",
  },
  words: (concern) => ({ layered: isLayered(concern) }),
  run(module, concern, project) {
    const targets = project.targets(concern);
    const { path } = module.facts;
    if (targets.isCanonical(path) || isReportedOnce(path, concern, project)) {
      return [];
    }
    return [
      ...(isLayered(concern) ? declared(module, concern, project) : []),
      ...overDrivers(module, concern, project),
      ...(isLayered(concern) ? used(module, concern, project) : []),
    ];
  },
};

/** A folder's functions are called all the time, each in its own way; a layer stands over a symbol. */
function isLayered({ canonical }: ResolvedConcern): boolean {
  return canonical.some(({ exportPath, kind }) => exportPath.length > 0 || kind === 'module');
}

function declared(module: ModuleUnderCheck, concern: ResolvedConcern, project: Project): Violation[] {
  const { facts } = module;
  return layersIn(module, concern, project).flatMap((layer): Violation[] => {
    const { declaration, name } = layer.symbol;
    // These are reported as what they are, by another check.
    if (
      ancestry(declaration, facts, concern, project).twin !== undefined ||
      secondByName(declaration, facts, concern, project) !== undefined
    ) {
      return [];
    }
    return [
      {
        ...violation(layer, concern, project),
        messageId: layer.kind === 'forwarding' ? 'forwardingLayer' : 'adaptingLayer',
        data: { ...dataOf(layer, concern, project), name: name === '' ? unnamed(declaration.kind) : name },
        range: declaration.nameRange,
        fix: null,
        suggestions: [],
      },
    ];
  });
}

function unnamed(kind: DeclarationKind): string {
  return kind === 'class' ? 'This class' : 'This function';
}

/** Layers over a driver: in strict mode, since the import of the driver is reported anyway. */
function overDrivers({ facts }: ModuleUnderCheck, concern: ResolvedConcern, project: Project): Violation[] {
  return facts.wrappers.flatMap((wrapper): Violation[] => {
    const declaration = facts.declarations.find(({ nameRange }) => nameRange[0] === wrapper.nameRange[0]);
    const found = declaration && middleMan(wrapper, declaration);
    const match = found && driverBehind(found.receiver, facts, concern, project);
    if (declaration === undefined || found === undefined || match?.kind !== 'driver') {
      return [];
    }
    const symbol = { path: facts.path, name: declaration.name, declaration };
    if (exemption(symbol, facts, concern, project) !== undefined) {
      return [];
    }
    const { owner, path, obtain, related } = ownerOf(concern, project);
    const target = match.reference.text.replace(/^global:/u, '');
    const share = `${found.forwards} of ${found.methods} methods`;
    return [
      {
        check: 'pass-through',
        concern: concern.id,
        messageId: 'driverLayer',
        data: { name: declaration.name, target, share, owner, path, concern: concern.id, use: obtain },
        range: declaration.nameRange,
        symbol: `${facts.path}#${declaration.name}`,
        scope: '',
        related,
        fix: null,
        suggestions: [],
        tags: [],
        strictOnly: true,
      },
    ];
  });
}

function used(module: ModuleUnderCheck, concern: ResolvedConcern, project: Project): Violation[] {
  return module.facts.requests.flatMap((request) =>
    request.form === 'import' || request.form === 'require' || request.form === 'dynamic-import'
      ? request.bindings.flatMap((binding) =>
          binding.imported === '*'
            ? ofModuleObject(request, binding, module, concern, project)
            : ofBinding(request, binding, module, concern, project),
        )
      : [],
  );
}

function ofBinding(
  request: ModuleRequest,
  binding: Binding,
  module: ModuleUnderCheck,
  concern: ResolvedConcern,
  project: Project,
): Violation[] {
  if (binding.local === null || !project.layerNames.has(binding.imported)) {
    return [];
  }
  const origin = project.origin(module.facts.path, request.specifier, [binding.imported]);
  const symbol = origin.path.length <= 1 ? declaredSymbol(origin, project) : undefined;
  const targets = project.targets(concern);
  if (symbol === undefined || targets.isCanonical(symbol.path) || targets.classify(origin) !== undefined) {
    return [];
  }
  const layer = layerOf(symbol, concern, project);
  if (layer?.kind !== 'forwarding') {
    return [];
  }
  return [
    {
      ...violation(layer, concern, project),
      messageId: 'layerUse',
      data: { ...dataOf(layer, concern, project), name: binding.local, module: symbol.path },
      range: binding.range,
      ...adapterReplacing({ module, concern, project, request, binding, layer }),
    },
  ];
}

/** `notifications.started(run)`: the import does not name the layer, so each use is reported. */
function ofModuleObject(
  request: ModuleRequest,
  binding: Binding,
  module: ModuleUnderCheck,
  concern: ResolvedConcern,
  project: Project,
): Violation[] {
  const targets = project.targets(concern);
  return binding.references.flatMap((reference): Violation[] => {
    const [name = ''] = reference.path;
    const origin = project.layerNames.has(name)
      ? project.origin(module.facts.path, request.specifier, [name])
      : undefined;
    const symbol = origin?.path.length === 1 ? declaredSymbol(origin, project) : undefined;
    const isOther =
      origin === undefined || symbol === undefined || targets.isCanonical(symbol.path) || targets.classify(origin);
    const layer = isOther ? undefined : layerOf(symbol, concern, project);
    return layer?.kind !== 'forwarding' || symbol === undefined
      ? []
      : [
          {
            ...violation(layer, concern, project),
            messageId: 'layerUse',
            data: { ...dataOf(layer, concern, project), name, module: symbol.path },
            range: reference.links[0] ?? reference.range,
            scope: reference.scope,
            fix: null,
            suggestions: [],
          },
        ];
  });
}

function violation({ symbol, target }: Layer, concern: ResolvedConcern, project: Project) {
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

function dataOf(layer: Layer, concern: ResolvedConcern, project: Project): Record<string, string> {
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
