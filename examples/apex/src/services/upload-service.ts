import { randomUUID as uuid } from 'node:crypto';
import { formatBytes } from '@/utils/format';

export interface Upload {
  readonly uploadId: string;
  readonly blobRef: string;
  readonly size: string;
}

export function openUpload(bytes: number): Upload {
  const uploadId = [Date.now(), Math.random().toString(36).slice(2)].join('-');
  return { uploadId, blobRef: uuid(), size: formatBytes(bytes) };
}
