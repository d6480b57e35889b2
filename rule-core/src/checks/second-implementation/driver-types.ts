import type { ResolvedConcern } from '../../config/resolved-config.js';
import { originOfName } from '../../symbols/denotation.js';
import type { NameReference } from '../../source/facts.js';
import type { Project } from '../../symbols/project.js';

/** Whether a type is one of a driver's package: `ClickHouseClient`, or `ReturnType<typeof createClient>` under another name. */
export function isDriverType(name: NameReference, path: string, concern: ResolvedConcern, project: Project): boolean {
  const origin = originOfName(name, path, project);
  if (project.targets(concern).classify(origin)?.kind === 'driver') {
    return true;
  }
  const facts = origin.target.kind === 'module' ? project.facts(origin.target.path) : undefined;
  const alias = facts?.declarations.find(
    (declaration) => declaration.kind === 'type' && declaration.scope === '' && declaration.name === origin.path[0],
  );
  const [other, ...more] = alias?.type?.top ?? [];
  if (other !== undefined && more.length === 0 && alias?.type?.text === [other.name, ...other.path].join('.')) {
    return facts !== undefined && other.name !== alias.name && isDriverType(other, facts.path, concern, project);
  }
  const made = /^(?:Awaited<)?ReturnType<typeof ([\w$]+)>>?$/u.exec(alias?.type?.text ?? '')?.[1];
  const request = facts?.requests.find(({ bindings }) => bindings.some(({ local }) => local === made));
  const imported = request?.bindings.find(({ local }) => local === made)?.imported;
  return (
    facts !== undefined &&
    request !== undefined &&
    imported !== undefined &&
    project.targets(concern).classify(project.origin(facts.path, request.specifier, [imported]))?.kind === 'driver'
  );
}

/** Whether a name as written in a module is a driver. */
export function isDriver(name: NameReference, path: string, concern: ResolvedConcern, project: Project): boolean {
  const targets = project.targets(concern);
  return name.origin === 'global'
    ? targets.classifyGlobal([name.name, ...name.path])?.kind === 'driver'
    : targets.classify(originOfName(name, path, project))?.kind === 'driver';
}
