import type ts from 'typescript';

import { withExplanation } from './explanation.js';
import type { ProjectLinter } from './project-linter.js';
import { FIX_ID } from './quick-fixes/declaration.js';

/** What TypeScript 5.6 and later answer first for a long file: the diagnostics of the lines on the screen. */
interface RegionDiagnostics {
  readonly diagnostics: ts.Diagnostic[];
  readonly spans: ts.TextSpan[];
}

/** A language service, which from TypeScript 5.6 on has a method that its declarations leave out. */
interface WithRegions extends ts.LanguageService {
  getRegionSemanticDiagnostics?(fileName: string, ranges: ts.TextRange[]): RegionDiagnostics | undefined;
}

/**
 * The language service of a project with our diagnostics and quick fixes besides its own. TypeScript answers first: what it
 * throws is its own, and what we throw is caught.
 */
export function decorated(service: ts.LanguageService, linter: ProjectLinter): ts.LanguageService {
  const layer: ts.LanguageService = copyOf(service);

  layer.getSemanticDiagnostics = (fileName) => [
    ...service.getSemanticDiagnostics(fileName),
    ...linter.diagnostics(fileName),
  ];

  layer.getCodeFixesAtPosition = (fileName, start, end, errorCodes, ...rest) => [
    ...service.getCodeFixesAtPosition(fileName, start, end, errorCodes, ...rest),
    ...linter.quickFixes(fileName, start, end, errorCodes),
  ];

  layer.getCombinedCodeFix = (scope, fixId, ...rest) =>
    fixId === FIX_ID ? linter.fixAll(scope.fileName) : service.getCombinedCodeFix(scope, fixId, ...rest);

  layer.getQuickInfoAtPosition = (fileName, position, ...rest) => {
    const info = service.getQuickInfoAtPosition(fileName, position, ...rest);
    return info && withExplanation(info, linter.violationsAt(fileName, position));
  };

  layer.dispose = () => {
    linter.dispose();
    service.dispose();
  };

  decorateRegions(service, layer, linter);
  return layer;
}

/** Other plugins go by the keys of a language service, and what lies beneath may have inherited some of its own. */
function copyOf(service: ts.LanguageService): ts.LanguageService {
  const copy: Partial<Record<string, unknown>> = {};
  for (const key in service) {
    const member: unknown = Reflect.get(service, key);
    copy[key] = typeof member === 'function' ? (member.bind(service) as unknown) : member;
  }
  // Host boundary: it has each member that the service has.
  return copy as unknown as ts.LanguageService;
}

function decorateRegions(service: WithRegions, layer: WithRegions, linter: ProjectLinter): void {
  const original = service.getRegionSemanticDiagnostics?.bind(service);
  if (original === undefined) {
    return;
  }
  layer.getRegionSemanticDiagnostics = (fileName, ranges) => {
    const region = original(fileName, ranges);
    return (
      region && {
        ...region,
        diagnostics: [
          ...region.diagnostics,
          ...linter
            .diagnostics(fileName)
            .filter((diagnostic) => region.spans.some((span) => touches(diagnostic, span))),
        ],
      }
    );
  };
}

function touches({ start = 0, length = 0 }: ts.Diagnostic, span: ts.TextSpan): boolean {
  return start <= span.start + span.length && start + length >= span.start;
}
