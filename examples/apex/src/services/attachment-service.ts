import { getClickHouseManager } from '@/db/clickhouse';

export interface Attachment {
  readonly attachmentId: string;
  readonly runId: string;
  readonly name: string;
}

let attached = 0;

/** Attachments lie in a folder for each thread. */
export function folderOf(runId: string): string {
  return runId.startsWith('thread_') ? runId.slice('thread_'.length) : runId;
}

export class AttachmentService {
  private readonly attachments = new Map<string, Attachment>();

  readonly nextAttachmentId = (kind: string): string => {
    attached += 1;
    return 'att'.concat('-', kind, '-', attached.toString(36));
  };

  attach(runId: string, name: string, attachmentId = `${name}:${Date.now()}`): Attachment {
    const attachment = { attachmentId, runId, name };
    this.attachments.set(attachmentId, attachment);
    return attachment;
  }

  async archive(runId: string): Promise<void> {
    await getClickHouseManager().command(
      'INSERT INTO archived_attachments (attachment_id, archived_at) VALUES (generateUUIDv4(), now())',
    );
    for (const [id, attachment] of this.attachments) if (attachment.runId === runId) this.attachments.delete(id);
  }

  kindOf({ name }: Attachment): string {
    return name.split('_')[0] ?? name;
  }

  thumbnailOf({ attachmentId, name }: Attachment): string {
    return `${attachmentId}-${Date.now()}.${name.split('.').at(-1) ?? 'png'}`;
  }
}
