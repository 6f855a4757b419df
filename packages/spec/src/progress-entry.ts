import * as z from 'zod';
import { verdictKinds } from './verdict.ts';

/**
 * One fact about a learner: one line of the progress log. State is a fold of these, so an entry says what happened, never
 * what follows from it. `id` makes merging idempotent; `device` and `chain` make an edited log visible.
 */
const facts = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lesson.opened'), lesson: z.string() }),
  z.object({ kind: z.literal('step.read'), lesson: z.string(), step: z.number().int().positive() }),
  z.object({
    kind: z.literal('prediction'),
    lesson: z.string(),
    experiment: z.string(),
    said: z.string().nullable(),
    measured: z.string(),
    outcome: z.enum(['right', 'wrong', 'skipped']),
    belief: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('experiment'),
    lesson: z.string(),
    experiment: z.string(),
    claim: z.string(),
    verdict: z.enum(verdictKinds),
    because: z.string().nullable(),
    observed: z.record(z.string(), z.json()),
    kafka: z.string(),
    driver: z.string(),
    ms: z.number(),
  }),
  z.object({
    kind: z.literal('answer'),
    lesson: z.string(),
    question: z.string(),
    outcome: z.enum(['right', 'wrong', 'skipped']),
    sure: z.boolean().nullable(),
    beliefs: z.array(z.string()),
    /** The assessment that asked it, and how many questions that one has; elsewhere, and in older logs, not there. */
    assessment: z
      .object({ part: z.number().int().positive(), seed: z.number().int().nonnegative(), of: z.number().int().positive() })
      .optional(),
  }),
  z.object({
    kind: z.literal('exercise'),
    lesson: z.string(),
    outcome: z.enum(['passed', 'not-yet', 'unjudged', 'could-not-run']),
    task: z.string().nullable(),
    mistake: z.string().nullable(),
  }),
  z.object({ kind: z.literal('hint'), lesson: z.string(), task: z.string(), rung: z.number().int().positive() }),
  z.object({ kind: z.literal('lesson.finished'), lesson: z.string() }),
  z.object({ kind: z.literal('lesson.reset'), lesson: z.string(), step: z.number().int().positive() }),
  /** The incident at the end of a part was looked at, or left. `unmet` are ids of its conditions; `clues` how many were taken. */
  z.object({
    kind: z.literal('assessment'),
    part: z.number().int().positive(),
    outcome: z.enum(['passed', 'not-yet', 'left']),
    unmet: z.array(z.string()),
    clues: z.number().int().nonnegative(),
    seed: z.number().int().nonnegative(),
  }),
  z.object({ kind: z.literal('note'), lesson: z.string().nullable(), text: z.string() }),
]);

const stamp = z.object({
  id: z.string().min(8),
  at: z.iso.datetime(),
  device: z.string(),
  /** The course's version when it was written. */
  course: z.string(),
  /** SHA-256, hex, of the device's previous chain value and this entry without `chain`. */
  chain: z.string(),
});

export const progressEntry = z.intersection(stamp, facts);
export type Fact = z.infer<typeof facts>;
export type ProgressEntry = z.infer<typeof progressEntry>;
