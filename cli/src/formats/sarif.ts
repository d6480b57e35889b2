import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rules, type Edit } from '@ssot/rule-core';
import packageJson from '../../package.json' with { type: 'json' };
import { reportedPath } from '../paths.js';
import type { Finding } from '../scan/finding.js';
import { positionAt } from '../scan/position.js';
import type { Format } from './format.js';

/** SARIF 2.1.0, for code scanning. Our identity of a violation is its fingerprint, so that services follow it through edits. */
export const sarif: Format = (report) => {
  const index = new Map(rules.map(({ name }, position) => [name, position]));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'ssot',
            semanticVersion: packageJson.version,
            informationUri: packageJson.homepage,
            rules: rules.map(({ name, description }) => ({
              id: name,
              shortDescription: { text: description },
              helpUri: `${packageJson.homepage}/blob/main/rules-docs/${name}.md`,
              defaultConfiguration: { level: 'error' },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { uri: `${pathToFileURL(report.base).href}/` } },
        invocations: [
          {
            executionSuccessful: report.problems.length === 0,
            toolExecutionNotifications: report.unreadable.map(({ file, start, message }) => ({
              level: 'warning',
              message: { text: `The file does not parse and was not checked: ${message}` },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: artifact(report.base, file),
                    region: { startLine: start.line, startColumn: start.column },
                  },
                },
              ],
            })),
            toolConfigurationNotifications: report.problems.map((text) => ({ level: 'error', message: { text } })),
          },
        ],
        results: report.findings.map((finding) => ({
          ruleId: finding.violation.rule,
          ruleIndex: index.get(finding.violation.rule) ?? -1,
          level: finding.severity,
          message: { text: finding.violation.message },
          locations: [
            {
              physicalLocation: { artifactLocation: artifact(report.base, finding.file), region: region(finding) },
              ...(finding.violation.scope === ''
                ? {}
                : { logicalLocations: [{ fullyQualifiedName: finding.violation.scope }] }),
            },
          ],
          partialFingerprints: { 'ssotIdentity/v1': finding.fingerprint },
          ...(finding.isKnown
            ? { suppressions: [{ kind: 'external', status: 'accepted', justification: 'Accepted in the baseline' }] }
            : {}),
          baselineState: finding.isKnown ? (finding.status === 'same' ? 'unchanged' : 'updated') : 'new',
          ...(finding.violation.fix === null
            ? {}
            : {
                fixes: [
                  {
                    description: { text: 'Use the single source of truth' },
                    artifactChanges: [
                      {
                        artifactLocation: artifact(report.base, finding.file),
                        replacements: finding.violation.fix.map((edit) => replacement(finding, edit)),
                      },
                    ],
                  },
                ],
              }),
          properties: { concern: finding.violation.concern, symbol: finding.violation.symbol },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function artifact(base: string, file: string): { uri: string; uriBaseId?: string } {
  const path = reportedPath(base, file);
  // Outside of the base it is absolute, and a URI with a scheme has no base.
  if (isAbsolute(path)) return { uri: pathToFileURL(file).href };
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'ROOT' };
}

function region({ start, end }: Pick<Finding, 'start' | 'end'>) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function replacement({ text }: Finding, { range, text: inserted }: Edit) {
  return {
    deletedRegion: region({ start: positionAt(text, range[0]), end: positionAt(text, range[1]) }),
    insertedContent: { text: inserted },
  };
}
