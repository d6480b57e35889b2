import { demoLatency, shouldSample, shuffle } from '@/core/sampling';

export interface Question {
  readonly userId: string;
  readonly threadId: string;
  readonly text: string;
  readonly latency: number;
}

const QUESTIONS = ['Why did the cost go up?', 'Why is search slow?', 'What changed since Monday?'];

export function scenario(users: readonly string[], rate = 1): Question[] {
  const questions = users.map((userId, index) => ({
    userId,
    threadId: `thread${index + 1}`,
    text: QUESTIONS[index % QUESTIONS.length] ?? '',
    latency: demoLatency(),
  }));
  return shuffle(questions.filter(() => shouldSample({ rate })));
}
