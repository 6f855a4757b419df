/** Why an option is right or wrong. Every option has a reason of its own. */
export interface QuizOption {
  readonly says: string;
  readonly because: string;
  readonly right?: true;
  /** The stale belief that choosing it betrays. */
  readonly belief?: string;
}

interface Asked {
  /** `q1`, `q2` …: the address is `07.q1`. New words keep the id, a new meaning takes a new one; ids are never used again. */
  readonly id: `q${number}`;
  readonly ask: string;
  /** The claim that settles it. */
  readonly claim: string;
}

export type Question =
  | (Asked & { readonly kind: 'one'; readonly options: readonly QuizOption[] })
  | (Asked & { readonly kind: 'several'; readonly options: readonly QuizOption[] })
  | (Asked & {
      readonly kind: 'number';
      readonly answer: number;
      readonly tolerance: number;
      readonly unit: string;
      readonly because: string;
    })
  /** `items` stand in the right order; they are shown shuffled. */
  | (Asked & { readonly kind: 'order'; readonly items: readonly string[]; readonly because: string })
  | (Asked & {
      readonly kind: 'match';
      readonly pairs: readonly (readonly [left: string, right: string])[];
      readonly because: string;
    })
  /** Any of `accept`, compared without case, spaces and hyphens. */
  | (Asked & { readonly kind: 'text'; readonly accept: readonly string[]; readonly because: string });

export type Quiz = readonly Question[];

/** Declares a lesson's quiz, in `quiz.ts`. */
export function quiz(questions: Quiz): Quiz {
  return questions;
}

/** A learner's answer. Options and items are indexes into the question's own order, not into the shuffled one. */
export type Answer =
  | { readonly kind: 'options'; readonly chosen: readonly number[] }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'order'; readonly items: readonly number[] }
  | { readonly kind: 'match'; readonly rights: readonly number[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'skipped' };

/** Whether an answer is right, and the stale beliefs that a wrong one betrays. */
export function judgeAnswer(question: Question, answer: Answer): { readonly right: boolean; readonly beliefs: readonly string[] } {
  if (question.kind === 'one' || question.kind === 'several') {
    const chosen = answer.kind === 'options' ? answer.chosen : [];
    const right =
      question.options.every((option, i) => (option.right === true) === chosen.includes(i)) && answer.kind === 'options';
    const beliefs = chosen.flatMap((i) => question.options[i]?.belief ?? []);
    return { right, beliefs };
  }
  return { right: isRight(question, answer), beliefs: [] };
}

function isRight(question: Exclude<Question, { kind: 'one' | 'several' }>, answer: Answer): boolean {
  switch (question.kind) {
    case 'number':
      return answer.kind === 'number' && Math.abs(answer.value - question.answer) <= question.tolerance;
    case 'order':
      return (
        answer.kind === 'order' && answer.items.length === question.items.length && answer.items.every((item, i) => item === i)
      );
    case 'match':
      return (
        answer.kind === 'match' && answer.rights.length === question.pairs.length && answer.rights.every((right, i) => right === i)
      );
    case 'text':
      return answer.kind === 'text' && question.accept.some((form) => bare(form) === bare(answer.text));
  }
}

const bare = (text: string) => text.toLowerCase().replaceAll(/[\s_-]+/g, '');
