import type { ResolvedConcern } from '../../config/resolved-config.js';
import { declaredSymbol, originOfName } from '../denotation.js';
import type { ModuleFacts, NameReference } from '../../source/facts.js';
import type { DeclaredSymbol } from '../concern-targets.js';
import { canonicalBehind } from '../objects/concern-objects.js';
import type { Project } from '../project.js';
import { holdsTestDoubles } from '../test-doubles.js';
import { annotatedPorts } from './annotated-ports.js';

const DOUBLE =
  /^(?:Fake|Mock|Stub|Spy|Dummy|InMemory|Null|Noop|NoOp|Test|fake|mock|stub|createMock|createFake|createStub)(?![a-z])/u;

/**
 * Why a declaration may stand in front of another one and hand its calls on; `undefined` if nothing says so. It fulfils a
 * contract that is not its own: a third-party interface or base class, a declared port, a framework's decorator or token;
 * or it is a test double, an abstract class, a subclass of the canonical, or a package's public entry.
 */
export function exemption(
  symbol: DeclaredSymbol,
  facts: ModuleFacts,
  concern: ResolvedConcern,
  project: Project,
): string | undefined {
  const { declaration, name } = symbol;
  if (declaration.ambient || declaration.abstract) {
    return 'abstract';
  }
  if (declaration.decorated || declaration.members.some(({ decorated }) => decorated)) {
    return 'decorated';
  }
  if (declaration.members.some((member) => member.static && /^(?:\$?inject|token|ɵ\w+)$/u.test(member.name))) {
    return 'a DI token';
  }
  if (DOUBLE.test(name) || holdsTestDoubles(facts.path)) {
    return 'a test double';
  }
  const ports = [...declaration.implements, ...annotatedPorts(declaration, facts)];
  if (ports.some((port) => isContract(port, facts, concern, project))) {
    return 'a contract';
  }
  const base = declaration.kind === 'class' ? declaration.extends[0] : undefined;
  if (base !== undefined) {
    const parent = declaredSymbol(originOfName(base, facts.path, project), project);
    if (parent === undefined || parent.declaration.abstract) {
      return 'a base class of others';
    }
    if (canonicalBehind({ symbol: parent }, concern, project) !== undefined) {
      return 'a subclass of the canonical';
    }
  }
  if (isPublic(symbol, project)) {
    return "a package's public entry";
  }
  return isProvided(symbol, facts) ? 'a DI token' : undefined;
}

/**
 * An interface that others know, too: of a package, of the platform, or exported by a module of the workspace. What the
 * canonical looks like is no contract: whatever stands in front of it may look the same.
 */
function isContract(port: NameReference, facts: ModuleFacts, concern: ResolvedConcern, project: Project): boolean {
  if (port.origin === 'global') {
    return true;
  }
  const symbol = declaredSymbol(originOfName(port, facts.path, project), project);
  if (symbol === undefined) {
    return true;
  }
  return (
    canonicalBehind({ symbol }, concern, project) === undefined &&
    (symbol.path !== facts.path || symbol.declaration.exportedAs.length > 0)
  );
}

/** Whether consumers of a published package import it: from its entry, or through it. */
function isPublic({ declaration, name, path }: DeclaredSymbol, project: Project): boolean {
  return project.publicEntries.some((entry) => {
    if (entry === path) return declaration.exportedAs.length > 0;
    const origin = project.declaration(entry, [name]);
    return origin.target.kind === 'module' && origin.target.path === path && origin.path[0] === name;
  });
}

/** `{ provide: BRIDGE, useClass: BridgeAdapter }` in its own module. */
function isProvided({ name }: DeclaredSymbol, { localUses, members, nameStrings }: ModuleFacts): boolean {
  const isRegistered = members.includes('register') || members.includes('bind') || members.includes('provide');
  return isRegistered && nameStrings.includes(name) && (localUses[name] ?? []).some(({ role }) => role === 'value');
}
