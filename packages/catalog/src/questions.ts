import type { Quiz } from '@proving/spec';
import * as z from 'zod';

/** The form of `quiz.ts`. What it says about the lesson is looked at in `agree.ts`. */
const words = z.string().trim().min(1, 'is empty');
const asked = {
  id: z.string().regex(/^q[1-9]\d*$/, 'must be q1, q2 …'),
  ask: words,
  claim: words,
};
const option = z.strictObject({
  says: words,
  because: z.string('has no reason').trim().min(1, 'has no reason'),
  right: z.literal(true).optional(),
  belief: z
    .string()
    .regex(/^W\d+$/, 'is not the id of a stale belief (W1, W2 …)')
    .optional(),
});
const options = z.array(option).min(2, 'needs at least two options');
const rights = (all: readonly { right?: true | undefined }[]) => all.filter((each) => each.right === true).length;
const because = z.string('has no reason').trim().min(1, 'has no reason');

const question = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      ...asked,
      kind: z.literal('one'),
      options: options.refine((all) => rights(all) === 1, 'must have exactly one right option'),
    }),
    z.strictObject({
      ...asked,
      kind: z.literal('several'),
      options: options.refine((all) => rights(all) > 0, 'must have a right option'),
    }),
    z.strictObject({
      ...asked,
      kind: z.literal('number'),
      answer: z.number(),
      tolerance: z.number().nonnegative(),
      unit: z.string(),
      because,
    }),
    z.strictObject({ ...asked, kind: z.literal('order'), items: z.array(words).min(2, 'needs at least two items'), because }),
    z.strictObject({
      ...asked,
      kind: z.literal('match'),
      pairs: z.array(z.tuple([words, words])).min(2, 'needs at least two pairs'),
      because,
    }),
    z.strictObject({ ...asked, kind: z.literal('text'), accept: z.array(words).min(1, 'accepts nothing'), because }),
  ],
  'must have the kind one, several, number, order, match or text',
);

const quiz = z.array(question).min(6, 'has fewer than 6 questions').max(10, 'has more than 10 questions');

export function readQuiz(value: unknown): z.ZodSafeParseResult<Quiz> {
  return quiz.safeParse(value) as unknown as z.ZodSafeParseResult<Quiz>;
}
