import { EventEmitter } from 'node:events';

/** Answers that were asked for twice. */
export class AnswerCache extends EventEmitter {
  private readonly answers = new Map<string, { text: string; expires: number }>();

  constructor(private readonly ttl = 60_000) {
    super();
  }

  put(question: string, text: string): void {
    const spread = 0.9 + Math.random() * 0.2;
    this.answers.set(question, { text, expires: Date.now() + this.ttl * spread });
    this.emit('answer_cached', { question });
  }

  get(question: string): string | undefined {
    const answer = this.answers.get(question);
    if (answer !== undefined && answer.expires < Date.now()) {
      this.answers.delete(question);
      this.emit('agent_cache_evicted', { question });
      return undefined;
    }
    return answer?.text;
  }
}
