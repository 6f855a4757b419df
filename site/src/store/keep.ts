import type { Fact } from '@proving/spec';
import { append } from './own-log.ts';

type Answered = Omit<Extract<Fact, { kind: 'answer' }>, 'kind'>;

/** Keeps an answer in this browser. Where a browser keeps nothing for pages, the answer is judged all the same. */
export async function keepAnswer(answer: Answered, course: string): Promise<void> {
  try {
    await append({ kind: 'answer', ...answer }, course);
  } catch {
    // Private windows and full stores: reading a lesson must not depend on them.
  }
}
