import { generateRunId } from './run-id-generator';

export { formatBytes } from './format';
export { shuffle } from '@/core/sampling';

export const ids = { run: generateRunId };
