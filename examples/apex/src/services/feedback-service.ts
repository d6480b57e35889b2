import { shortId } from '@/utils/id-helpers';

export interface Feedback {
  readonly feedbackId: string;
  readonly ticketId: string;
  readonly stars: number;
}

export class FeedbackService {
  private sequence = 0;
  private readonly received: Feedback[] = [];

  add(stars: number): Feedback {
    const feedback = { feedbackId: `fb-${++this.sequence}-${Date.now()}`, ticketId: shortId('ticket'), stars };
    this.received.push(feedback);
    return feedback;
  }

  average(): number {
    return this.received.reduce((sum, { stars }) => sum + stars, 0) / Math.max(1, this.received.length);
  }
}
