import { readFile } from 'node:fs/promises';
import { type Answer, exitCodes, Plain, type Predicted, type Prediction, type Question } from '@proving/spec';
import * as z from 'zod';
import type { AskStop } from '../walk/ask.ts';
import type { WalkLesson } from '../walk/lesson.ts';

/** Answers given beforehand, for a walk in which nobody is asked. STYLE.md describes the file. */
export interface Answers {
  readonly predictions: Readonly<Record<string, Predicted>>;
  readonly questions: Readonly<Record<string, { readonly answer: Answer; readonly sure: boolean | null }>>;
}

const given = z.union([z.number(), z.string(), z.array(z.number().int().nonnegative())]);
const file = z.strictObject({
  predictions: z.record(z.string(), z.number()).default({}),
  questions: z.record(z.string(), z.union([given, z.strictObject({ answer: given, sure: z.boolean() })])).default({}),
});

/** What a file of answers may speak of. */
export interface Asked {
  /** In the words of an error: `lesson 07`, `this review`. */
  readonly where: string;
  question(id: string): Question | undefined;
  prediction(experiment: string): Prediction | undefined;
}

export const askedIn = (lesson: WalkLesson): Asked => ({
  where: `lesson ${lesson.number}`,
  question: (id) => lesson.quiz.find((each) => each.id === id),
  prediction: (experiment) => lesson.manifest.experiments[experiment]?.predict,
});

/** Questions from many lessons, by their addresses; none of them is a prediction. */
export const askedAmong = (where: string, stops: readonly AskStop[]): Asked => ({
  where,
  question: (address) => stops.find(({ from }) => from?.address === address)?.question,
  prediction: () => undefined,
});

/** @throws {Plain} exit 64, naming what in the file is not an answer */
export async function readAnswers(path: string, asked: Asked): Promise<Answers> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw refused(path, 'it could not be read', cause);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refused(path, 'it is not JSON', cause);
  }
  const parsed = file.safeParse(value);
  if (!parsed.success) throw refused(path, z.prettifyError(parsed.error));
  return {
    predictions: Object.fromEntries(
      Object.entries(parsed.data.predictions).map(([id, number]) => [id, predictedOf(path, asked, id, number)]),
    ),
    questions: Object.fromEntries(
      Object.entries(parsed.data.questions).map(([id, raw]) => {
        const question = asked.question(id);
        if (!question) throw refused(path, `there is no question ${id} in ${asked.where}`);
        const isBoth = typeof raw === 'object' && !Array.isArray(raw);
        return [id, { answer: answerOf(path, question, isBoth ? raw.answer : raw), sure: isBoth ? raw.sure : null }];
      }),
    ),
  };
}

function predictedOf(path: string, asked: Asked, id: string, number: number): Predicted {
  const predict = asked.prediction(id);
  if (!predict) throw refused(path, `there is no experiment ${id} in ${asked.where}`);
  if (predict.kind === 'number') return { kind: 'number', value: number };
  if (predict.options[number] === undefined)
    throw refused(path, `${id} has the options 0 to ${predict.options.length - 1}, not ${number}`);
  return { kind: 'choice', option: number };
}

function answerOf(path: string, question: Question, raw: number | string | readonly number[]): Answer {
  const list = Array.isArray(raw) ? (raw as readonly number[]) : typeof raw === 'number' ? [raw] : null;
  const most =
    question.kind === 'order' ? question.items.length : question.kind === 'match' ? question.pairs.length : optionsOf(question);
  const fits = list?.every((index) => index < most) && new Set(list).size === list.length;
  switch (question.kind) {
    case 'number':
      if (typeof raw === 'number') return { kind: 'number', value: raw };
      break;
    case 'text':
      if (typeof raw === 'string') return { kind: 'text', text: raw };
      break;
    case 'one':
      if (list && fits && list.length === 1) return { kind: 'options', chosen: list };
      break;
    case 'several':
      if (list && fits && list.length > 0) return { kind: 'options', chosen: list.toSorted((a, b) => a - b) };
      break;
    case 'order':
      if (list && fits && list.length === most) return { kind: 'order', items: list };
      break;
    case 'match':
      if (list && fits && list.length === most) return { kind: 'match', rights: list };
      break;
  }
  throw refused(path, `${question.id} is a question of kind "${question.kind}", which ${JSON.stringify(raw)} does not answer`);
}

const optionsOf = (question: Question) => (question.kind === 'one' || question.kind === 'several' ? question.options.length : 0);

function refused(path: string, saw: string, cause?: unknown): Plain {
  const parts = { saw, fix: 'packages/terminal/STYLE.md shows the form of the file', exit: exitCodes.usage };
  return new Plain('answers-unusable', `The answers in ${path} cannot be used.`, cause === undefined ? parts : { ...parts, cause });
}
