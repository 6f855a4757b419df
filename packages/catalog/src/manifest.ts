import { type Lesson, powers, services, shapes } from '@proving/spec';
import * as z from 'zod';

/** The form of `lesson.ts`. What its parts say about each other is looked at in `agree.ts`. */
const words = z.string().trim().min(1, 'is empty');
/** Where it begins on its line is a part of it. */
const drawing = z.string().regex(/\S/, 'is empty');
const belief = z.string().regex(/^W\d+$/, 'is not the id of a stale belief (W1, W2 …)');
const arm = z.string().regex(/^[a-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/, 'must be a name such as treatment, control or acks-one');
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

const option = z.strictObject({ says: words, when: z.json(), belief: belief.optional() });
const predict = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('choice'), about: words, options: z.array(option).min(2, 'needs at least two options') }),
    z.strictObject({
      kind: z.literal('number'),
      about: words,
      field: words,
      unit: z.string(),
      tolerance: z.number('must be a number; 0 means exactly').nonnegative(),
    }),
  ],
  "must have the kind 'choice' or 'number'",
);

const beside = z.array(z.enum(services, `must be one of ${services.join(', ')}`));

const card = z.strictObject({
  title: words,
  proves: words,
  arms: z
    .record(arm, words)
    .refine((arms) => 'treatment' in arms, 'has no arm called treatment')
    .refine((arms) => Object.keys(arms).length > 1, 'needs a second arm, in which the cause is taken away'),
  ask: words,
  predict,
  needs: z.array(z.enum(powers, `must be one of ${powers.join(', ')}`)),
  services: beside.optional(),
  budget: z.string().regex(/^\d+(\.\d+)?(ms|s|min)$/, 'is not a duration such as 30s'),
});

const filled = (what: string) => (record: object) => Object.keys(record).length > 0 || what;
const some = <T extends z.ZodType<object>>(record: T, what: string) => record.refine((value) => filled(what)(value) === true, what);

const manifest = z.strictObject({
  title: words,
  question: words,
  part: z.int().min(1).max(8),
  minutes: z.int().positive(),
  after: z.array(z.string()),
  cluster: z.strictObject({
    shape: z.enum(shapes, `must be one of ${shapes.join(', ')}`),
    services: beside.optional(),
  }),
  claims: some(z.record(id, words), 'names no claim'),
  experiments: some(z.record(id, card), 'names no experiment'),
  refutes: z.array(belief),
  card: z.strictObject({ drawing, remember: z.record(words, words), interview: words }),
});

export function readManifest(value: unknown): z.ZodSafeParseResult<Lesson> {
  return manifest.safeParse(value) as unknown as z.ZodSafeParseResult<Lesson>;
}
