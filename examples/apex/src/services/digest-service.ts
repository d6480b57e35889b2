import { announceCompletion } from '@/ws/announce';

/** Sums up what happened in a thread, and tells it. */
export class DigestService {
  private readonly lines = new Map<string, string[]>();

  note(threadId: string, line: string): void {
    this.lines.set(threadId, [...(this.lines.get(threadId) ?? []), line]);
  }

  publish(threadId: string): number {
    const lines = this.lines.get(threadId) ?? [];
    if (lines.length > 0) announceCompletion(threadId, 'digest', lines.join('\n'));
    this.lines.delete(threadId);
    return lines.length;
  }
}
