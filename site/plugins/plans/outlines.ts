/** A course plan as a teacher decides it: what is taught in which session, and how long a session may be. Times are computed. */
export interface Outline {
  readonly id: string;
  readonly title: string;
  readonly says: string;
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
    id: 'eight-weeks',
    title: 'Eight weeks of two hours',
    says: 'Parts I and II, one evening a week. What is left of an evening goes to exercises; a week between two evenings is what spaced review is made for: `pnpm review`.',
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
];

/** Who learns alone sits down for about this long, in minutes. */
export const sitting = 90;

function evening(week: number, parts: readonly Part[]): Session {
  return { title: `Week ${week}`, from: null, minutes: 120, parts };
}
