/** A course plan as a teacher decides it: what is taught in which session, and how long a session may be. Times are computed. */
export interface Outline {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  /** The parts of the course that it teaches whole. */
  readonly parts: readonly number[];
  /** The id of the plan that a class has gone through before. */
  readonly follows?: string;
  readonly manner: Manner;
  readonly sessions: readonly Session[];
}

/** How time goes around the lessons of a session, in minutes. */
export interface Manner {
  /** The talk after each lesson: predictions beside measurements. */
  readonly talk: number;
  /** A pause comes when this long was worked, and is this long. */
  readonly pause: { readonly after: number; readonly minutes: number };
}

export interface Session {
  readonly title: string;
  /** When it begins, `09:00`; null counts from its beginning. */
  readonly from: string | null;
  /** How long it may be, pauses and all. */
  readonly minutes: number;
  readonly parts: readonly Part[];
}

export type Part =
  /** By number; its minutes are the manifest's. */
  | { readonly is: 'lesson'; readonly lesson: number }
  | { readonly is: 'other'; readonly minutes: number; readonly says: string }
  /** The rest of the session is for this. */
  | { readonly is: 'rest'; readonly says: string };

const lessons = (from: number, to: number): Part[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ is: 'lesson', lesson: from + i }));
const other = (minutes: number, says: string): Part => ({ is: 'other', minutes, says });
const rest = (says: string): Part => ({ is: 'rest', says });

const opening = other(10, 'What was most missed: the class’s files');

export const outlines: readonly Outline[] = [
  {
    id: 'two-days',
    title: 'A workshop of two days',
    says: 'Parts I and II, everybody on a cluster of their own machine. Each lesson is walked alone or in pairs, then talked over. Exercises that are not finished go home.',
    parts: [1, 2],
    manner: { talk: 10, pause: { after: 100, minutes: 15 } },
    sessions: [
      {
        title: 'Day 1',
        from: '09:00',
        minutes: 480,
        parts: [
          other(30, 'Installing, and the first cluster: `npx -y pnpm@12 diagnose` on every machine'),
          ...lessons(1, 3),
          other(60, 'Lunch'),
          ...lessons(4, 6),
          rest('The assessment of part I, `pnpm assess 1`, in pairs'),
        ],
      },
      {
        title: 'Day 2',
        from: '09:00',
        minutes: 480,
        parts: [
          opening,
          ...lessons(7, 9),
          other(60, 'Lunch'),
          ...lessons(10, 12),
          rest('What to do next, and the assessment of part II, `pnpm assess 2`, begun'),
        ],
      },
    ],
  },
  {
    id: 'two-more-days',
    title: 'Two more days',
    says: 'Parts III and IV, for who was there the first two days or has learnt parts I and II alone. Fewer lessons, and longer ones: what is left of a day is for its assessment.',
    parts: [3, 4],
    follows: 'two-days',
    manner: { talk: 10, pause: { after: 100, minutes: 15 } },
    sessions: [
      {
        title: 'Day 3',
        from: '09:00',
        minutes: 480,
        parts: [
          opening,
          ...lessons(13, 15),
          other(60, 'Lunch'),
          ...lessons(16, 16),
          rest('The assessment of part III, `pnpm assess 3`, in pairs'),
        ],
      },
      {
        title: 'Day 4',
        from: '09:00',
        minutes: 480,
        parts: [
          opening,
          ...lessons(17, 18),
          other(60, 'Lunch'),
          ...lessons(19, 20),
          rest('The assessment of part IV, `pnpm assess 4`, in pairs, and what to do next'),
        ],
      },
    ],
  },
  {
    id: 'eight-weeks',
    title: 'Eight weeks of two hours',
    says: 'Parts I and II, one evening a week. What is left of an evening goes to exercises; a week between two evenings is what spaced review is made for: `pnpm review`.',
    parts: [1, 2],
    manner: { talk: 10, pause: { after: 60, minutes: 5 } },
    sessions: [
      evening(1, [...lessons(1, 2), rest('Exercises 01 and 02')]),
      evening(2, [opening, ...lessons(3, 4)]),
      evening(3, [opening, ...lessons(5, 6)]),
      evening(4, [opening, ...lessons(7, 7), rest('The assessment of part I, `pnpm assess 1`')]),
      evening(5, [opening, ...lessons(8, 9)]),
      evening(6, [opening, ...lessons(10, 10), rest('Exercises 09 and 10')]),
      evening(7, [opening, ...lessons(11, 11), rest('Exercise 11, and what was never finished')]),
      evening(8, [opening, ...lessons(12, 12), rest('The assessment of part II, `pnpm assess 2`')]),
    ],
  },
  {
    id: 'eight-more-weeks',
    title: 'Eight more weeks',
    says: 'Parts III and IV, one lesson an evening. These lessons are longer, and what they build is worth an evening: the rest of it goes to the exercise, and to what a lesson of the first eight weeks has left open.',
    parts: [3, 4],
    follows: 'eight-weeks',
    // One lesson an evening: its pause is the change to the exercise.
    manner: { talk: 10, pause: { after: 90, minutes: 5 } },
    sessions: [
      evening(9, [opening, ...lessons(13, 13), rest('Exercise 13')]),
      evening(10, [opening, ...lessons(14, 14), rest('Exercise 14')]),
      evening(11, [opening, ...lessons(15, 15), rest('Exercise 15')]),
      evening(12, [opening, ...lessons(16, 16), rest('The assessment of part III, `pnpm assess 3`')]),
      evening(13, [opening, ...lessons(17, 17), rest('Exercise 17')]),
      evening(14, [opening, ...lessons(18, 18), rest('Exercise 18')]),
      evening(15, [opening, ...lessons(19, 19), rest('Exercise 19')]),
      evening(16, [opening, ...lessons(20, 20), rest('The assessment of part IV, `pnpm assess 4`')]),
    ],
  },
];

/** Who learns alone sits down for about this long, in minutes. */
export const sitting = 90;

function evening(week: number, parts: readonly Part[]): Session {
  return { title: `Week ${week}`, from: null, minutes: 120, parts };
}
