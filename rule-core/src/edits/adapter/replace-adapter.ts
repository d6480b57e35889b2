import type { Layer } from '../../symbols/layers/layers.js';
import type { ModuleUnderCheck } from '../../symbols/module-under-check.js';
import type { Project } from '../../symbols/project.js';
import type { ResolvedConcern } from '../../config/resolved-config.js';
import type { Binding, ModuleRequest } from '../../source/facts.js';
import { moduleMocking } from '../mocked-paths.js';
import { NO_REPLACING, type Replacing } from '../replacing.js';
import { combineEdits, losesComment } from '../text-edits.js';
import { replaceInstances } from './replace-instances.js';
import { replaceFunction } from './replace-function.js';
import { replaceObject } from './replace-object.js';

/** One import of a layer that only forwards. */
export interface AdapterUse {
  readonly module: ModuleUnderCheck;
  readonly concern: ResolvedConcern;
  readonly project: Project;
  readonly request: ModuleRequest;
  readonly binding: Binding;
  readonly layer: Layer;
  /** The team's word on whether the two are drop-in compatible; without it their bodies and signatures are compared. */
  readonly compatible?: boolean | undefined;
}

/**
 * Rewrites the uses of a layer that only forwards to what it forwards to, where that is reachable: the constructor's argument
 * in place of the instance, the accessor's result in place of a function, the canonical in place of an object. Methods take the names that the layer's own body
 * gives them.
 */
export function adapterReplacing(use: AdapterUse): Replacing {
  if (use.layer.wrapper?.kind === 'function') {
    return replaceFunction(use);
  }
  const draft = use.layer.symbol.declaration.kind === 'class' ? replaceInstances(use) : replaceObject(use);
  const edits = draft && combineEdits(draft.edits);
  if (draft === undefined || edits === undefined || edits.length === 0) {
    return NO_REPLACING;
  }
  const { module, layer, binding, project } = use;
  const mocking = module.facts.requests.some((request) => mocksLayer(request, use))
    ? module.facts.path
    : moduleMocking(layer.symbol.path, layer.target.path, module, project);
  const doubts = [
    ...draft.doubts,
    ...(mocking === undefined ? [] : [`it is mocked in ${mocking}`]),
    ...(use.compatible === false ? ['not drop-in compatible'] : []),
    ...(losesComment(edits, module.facts.comments, module.text) ? ['a comment is lost'] : []),
  ];
  if (doubts.length === 0) {
    return { fix: edits, suggestions: [] };
  }
  const title = `Use the ${layer.target.name} behind '${binding.local ?? layer.symbol.name}' (${doubts.join('; ')}).`;
  return { fix: null, suggestions: [{ title, edits }] };
}

function mocksLayer({ form, specifier }: ModuleRequest, { layer, module, project }: AdapterUse): boolean {
  const target = form === 'mock' ? project.resolve(module.facts.path, specifier) : undefined;
  return target?.kind === 'module' && target.path === layer.symbol.path;
}
