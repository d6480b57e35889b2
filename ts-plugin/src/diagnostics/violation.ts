import { rules, type ReportedViolation } from '@ssot/rule-core';
import type ts from 'typescript';

import type { LintedFile } from '../file-linter.js';
import type { RelatedFiles } from './related-files.js';

const codes = new Map(rules.map(({ name, code }) => [name, code]));

/** A violation as tsserver shows it. */
export function violationDiagnostic(
  typescript: typeof ts,
  { sourceFile, settings, mark }: LintedFile,
  violation: ReportedViolation,
  files: RelatedFiles,
): ts.Diagnostic {
  const { message, range, related, rule, tags } = violation;
  const relatedInformation = related.flatMap(({ path, range: [start, end], message: messageText }) => {
    const place = files.file(settings.root, path);
    return place === undefined
      ? []
      : [
          {
            category: typescript.DiagnosticCategory.Message,
            code: 0,
            file: place.file,
            start: Math.min(start + place.mark, place.file.text.length),
            length: Math.max(Math.min(end + place.mark, place.file.text.length) - start - place.mark, 0),
            messageText,
          },
        ];
  });
  return {
    category: typescript.DiagnosticCategory.Error,
    code: codes.get(rule) ?? 0,
    source: 'ssot',
    file: sourceFile,
    start: range[0] + mark,
    length: range[1] - range[0],
    messageText: message,
    ...(relatedInformation.length > 0 && { relatedInformation }),
    ...(tags.includes('deprecated') && { reportsDeprecated: {} }),
    ...(tags.includes('unnecessary') && { reportsUnnecessary: {} }),
  };
}
