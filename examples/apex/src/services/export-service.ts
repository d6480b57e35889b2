import { reportFileName } from '@/utils/files';
import { tracesOf } from '@/db/trace-repository';

export interface Export {
  readonly fileName: string;
  readonly etag: string;
  readonly body: string;
}

export async function exportTraces(userId: string): Promise<Export> {
  const body = JSON.stringify(await tracesOf(userId));
  const exportedAt = Date.now();
  return { fileName: reportFileName(userId), etag: `W/"${exportedAt.toString(16)}"`, body };
}
