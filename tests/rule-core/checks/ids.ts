import type { SsotConfig } from '../../../rule-core/src/index.js';

/** A canonical with a prefix parameter, a reader and a special maker, a twin whose format nobody declares, and no consumers. */
export const ID_FILES = {
  'src/core/id-manager.ts': `import { v4 as uuid } from 'uuid';
export class IdManager {
  static generateRunId(threadId: string): string {
    return \`run_\${threadId}_\${uuid()}\`;
  }
  static newId(prefix = 'id'): string {
    return \`\${prefix}_\${uuid()}\`;
  }
  static threadIdOf(runId: string): string | undefined {
    return runId.split('_')[1];
  }
}
`,
  'src/utils/run-id-generator.ts': `export function generateRunId(threadId: string): string {
  const time = Date.now();
  const suffix = Math.random().toString(36).slice(2, 10);
  return \`thread_\${threadId}_run_\${time}_\${suffix}\`;
}
export function newSpanId(): string {
  return 'span_' + Math.random().toString(36).slice(2);
}
`,
} as const;

export const ID_CONFIG: SsotConfig = {
  concerns: {
    ids: {
      preset: 'id-generation',
      canonical: 'src/core/id-manager.ts#IdManager',
      replacements: [{ from: 'src/utils/run-id-generator.ts#generateRunId', to: 'IdManager.generateRunId' }],
      formats: [{ template: 'thread_${thread}_run_${time}_${random}', to: 'IdManager.generateRunId(${thread})' }],
    },
  },
};
