import type { Answer, Prediction, Question } from '@proving/spec';
import { shuffled } from './shuffle.ts';

/** The order in which a question's options stand on the screen. */
export function orderOf(question: Question, seed: number): readonly number[] {
  switch (question.kind) {
    case 'one':
    case 'several':
      return shuffled(question.options.length, seed, question.id);
    case 'order':
      return shuffled(question.items.length, seed, question.id);
    case 'match':
      return shuffled(question.pairs.length, seed, question.id);
    default:
      return [];
  }
}

/** Whether `text` may follow what is typed. */
export function mayType(question: Question | Prediction, typed: string, text: string): boolean {
  if (text === '' || /\p{C}/u.test(text)) return false;
  switch (question.kind) {
    case 'one':
    case 'choice':
      return false;
    case 'several':
      return digits(text, question.options.length);
    case 'order':
      return digits(text, question.items.length) && distinct(typed + text);
    case 'match':
      return digits(text, question.pairs.length) && distinct(typed + text);
    case 'number':
      return /^-?\d*(\.\d*)?$/.test(typed + text) && (typed + text).length <= 12;
    case 'text':
      return (typed + text).length <= 60;
  }
}

/** What is typed after `text`: a number of `several` is taken back by typing it again. */
export function typedAfter(question: Question | Prediction, typed: string, text: string): string {
  if (question.kind !== 'several') return typed + text;
  const chosen = new Set(typed);
  for (const each of text) if (!chosen.delete(each)) chosen.add(each);
  return [...chosen].sort().join('');
}

/** The answer that the typed text is, as indexes into the question's own order; null while it is not one yet. */
export function answerOf(question: Question, typed: string, order: readonly number[]): Answer | null {
  const chosen = [...typed].flatMap((digit) => order[Number(digit) - 1] ?? []);
  switch (question.kind) {
    case 'one':
      return null;
    case 'several':
      return chosen.length > 0 ? { kind: 'options', chosen: chosen.toSorted((a, b) => a - b) } : null;
    case 'order':
      return chosen.length === question.items.length ? { kind: 'order', items: chosen } : null;
    case 'match':
      return chosen.length === question.pairs.length ? { kind: 'match', rights: chosen } : null;
    case 'number': {
      const value = numberOf(typed);
      return value === null ? null : { kind: 'number', value };
    }
    case 'text':
      return typed.trim() === '' ? null : { kind: 'text', text: typed.trim() };
  }
}

export function numberOf(typed: string): number | null {
  return /\d/.test(typed) && Number.isFinite(Number(typed)) ? Number(typed) : null;
}

const digits = (text: string, n: number) => [...text].every((char) => /[1-9]/.test(char) && Number(char) <= n);
const distinct = (text: string) => new Set(text).size === text.length;
