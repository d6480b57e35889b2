import type { CanonicalExpression, ExpressionStep } from '../../config/resolved-config.js';
import type { Forward } from '../../source/facts.js';
import { replaceSymbol } from '../replace-symbol.js';
import { NO_REPLACING, type Replacing } from '../replacing.js';
import type { AdapterUse } from './replace-adapter.js';

/** `notify(thread, text)` becomes `getBridge().notify(thread, text)`, if that is what the function's body says. */
export function replaceFunction({ module, concern, project, request, binding, layer }: AdapterUse): Replacing {
  const forward = layer.members[0]?.member.forward;
  const to = forward ? expressionOf(forward) : undefined;
  if (forward === null || forward === undefined || to === undefined || binding.local === null) {
    return NO_REPLACING;
  }
  const origin = project.origin(module.facts.path, request.specifier, [binding.imported]);
  const from = {
    kind: 'module',
    text: `${layer.symbol.path}#${layer.symbol.name}`,
    module: layer.symbol.path,
    subpath: '',
    exportPath: [binding.imported],
  } as const;
  const replacement = { from, to, compatible: forward.plain ? undefined : false, fromPreset: false };
  return replaceSymbol({
    module,
    concern,
    project,
    replacement,
    use: {
      match: { kind: 'twin', replacement, reference: from },
      form: 'static',
      range: binding.range,
      scope: '',
      name: binding.local,
      origin,
      symbol: from.text,
      site: { kind: 'binding', request, binding },
    },
  });
}

/** `getBridge().notify` for a body that calls that; `undefined` where it starts with something of its own module. */
export function expressionOf({ callee }: Forward): CanonicalExpression | undefined {
  const { base, path } = callee;
  const members = path.map((name): ExpressionStep => ({ kind: 'member', name }));
  if (base.kind === 'name' && base.origin === 'import') {
    return {
      text: [base.name, ...path].join('.'),
      root: base.name,
      steps: [{ kind: 'name', name: base.name }, ...members],
    };
  }
  if (base.kind !== 'call' || base.arguments > 0 || base.callee.base.kind !== 'name' || base.callee.path.length > 0) {
    return undefined;
  }
  const { name } = base.callee.base;
  const steps: ExpressionStep[] = [{ kind: 'name', name }, { kind: 'call', arguments: [] }, ...members];
  return { text: [`${name}()`, ...path].join('.'), root: name, steps };
}
