import { Plain } from '@proving/spec';
import { distance } from './distance.ts';
import type { LessonFolder } from './folder.ts';

/** Nothing, or more than one lesson, goes by that name. Carries what a renderer needs to print the list with arrows. */
export class UnknownLesson extends Plain {
  override readonly name = 'UnknownLesson';
  readonly asked: string;
  /** The likeliest ones, best first; at most three. */
  readonly nearest: readonly LessonFolder[];
  readonly lessons: readonly LessonFolder[];

  constructor(asked: string, what: string, nearest: readonly LessonFolder[], lessons: readonly LessonFolder[]) {
    super('unknown-lesson', what, {
      ...(nearest.length > 0 ? { saw: `nearest: ${nearest.map((each) => each.folder).join(', ')}` } : {}),
      fix: `pnpm lesson ${(nearest[0] ?? lessons[0])?.number ?? '01'}`,
      exit: 64,
    });
    this.asked = asked;
    this.nearest = nearest;
    this.lessons = lessons;
  }
}

export type Resolved =
  | { readonly kind: 'found'; readonly lesson: LessonFolder }
  | { readonly kind: 'unknown'; readonly error: UnknownLesson };

/** The lesson meant by `7`, `07`, `acks-and-durability`, `07-acks-and-durability` or the beginning of a slug. */
export function resolveLesson(text: string, lessons: readonly LessonFolder[]): Resolved {
  const asked = text.trim().toLowerCase();
  const unknown = (what: string, nearest: readonly LessonFolder[]): Resolved => ({
    kind: 'unknown',
    error: new UnknownLesson(text, what, nearest, lessons),
  });
  if (asked === '') return unknown('No lesson was named.', []);
  if (/^\d+$/.test(asked)) {
    const byNumber = lessons.find((each) => Number(each.number) === Number(asked));
    return byNumber
      ? { kind: 'found', lesson: byNumber }
      : unknown(`There is no lesson ${asked}.`, nearestNumbers(Number(asked), lessons));
  }
  const exact = lessons.find((each) => each.slug === asked || each.folder === asked);
  if (exact) return { kind: 'found', lesson: exact };
  const begun = lessons.filter((each) => each.slug.startsWith(asked) || each.folder.startsWith(asked));
  if (begun.length === 1) return { kind: 'found', lesson: begun[0] as LessonFolder };
  if (begun.length > 1) return unknown(`"${asked}" is the beginning of ${begun.length} lessons.`, begun.slice(0, 3));
  return unknown(`There is no lesson "${asked}".`, nearestNames(asked, lessons));
}

function nearestNumbers(asked: number, lessons: readonly LessonFolder[]): readonly LessonFolder[] {
  const away = (each: LessonFolder) => Math.abs(Number(each.number) - asked);
  return lessons.toSorted((a, b) => away(a) - away(b)).slice(0, 1);
}

function nearestNames(asked: string, lessons: readonly LessonFolder[]): readonly LessonFolder[] {
  const ranked = lessons.map((lesson) => ({ lesson, away: awayFrom(asked, lesson) })).sort((a, b) => a.away - b.away);
  return ranked
    .filter(({ away }) => away <= 0.4)
    .slice(0, 3)
    .map(({ lesson }) => lesson);
}

/** 0 is the same name, 1 has nothing in common. A single word is also held against each word of the slug. */
function awayFrom(asked: string, { slug, folder }: LessonFolder): number {
  const share = (name: string) => distance(asked, name) / Math.max(asked.length, name.length);
  const inside = slug.includes(asked) && asked.length > 2 ? [0.1] : [];
  return Math.min(
    share(slug),
    share(folder),
    ...slug
      .split('-')
      .filter((word) => word.length > 2)
      .map(share),
    ...inside,
  );
}
