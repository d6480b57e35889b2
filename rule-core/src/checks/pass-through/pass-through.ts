import type { ResolvedConcern } from '../../config/resolved-config.js';
import type { DeclarationKind } from '../../source/facts.js';
import type { Check } from '../check.js';
import type { ModuleUnderCheck } from '../../symbols/module-under-check.js';
import { ownerOf } from '../../symbols/owner.js';
import type { Project } from '../../symbols/project.js';
import { isReportedOnce } from '../reported-once.js';
import { secondByName } from '../second-declaration/by-name.js';
import { ancestry } from '../second-declaration/hierarchy.js';
import type { Violation } from '../violation.js';
import { exemption } from '../../symbols/layers/exemption.js';
import { driverBehind, middleMan } from './middle-man.js';
import { layersIn } from '../../symbols/layers/layers.js';
import { layerData, layerViolation } from './layer-report.js';
import { layerUses } from './layer-uses.js';

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
      ...(isLayered(concern) ? layerUses(module, concern, project) : []),
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
        ...layerViolation(layer, concern, project),
        messageId: layer.kind === 'forwarding' ? 'forwardingLayer' : 'adaptingLayer',
        data: { ...layerData(layer, concern, project), name: name === '' ? unnamed(declaration.kind) : name },
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
