import type { ProgressEntry } from '@proving/spec';
import { verifyChain } from '../chain.ts';
import type { Stamped } from '../entry.ts';
import { fold } from '../fold.ts';

export interface CertificateLesson {
  readonly number: string;
  readonly folder: string;
  readonly manifest: { readonly title: string; readonly claims: Readonly<Record<string, string>> };
}

/** What a certificate says; everything in it follows from the log it carries, but for the name. */
export interface Certificate {
  readonly format: 1;
  readonly name: string;
  /** The day on which it was made, ISO 8601. */
  readonly issued: string;
  readonly course: string;
  readonly lessons: readonly CertifiedLesson[];
  readonly predictions: { readonly right: number; readonly made: number };
  readonly log: readonly LogHead[];
}
export interface CertifiedLesson {
  readonly number: string;
  readonly folder: string;
  readonly title: string;
  readonly finished: string | null;
  readonly exercise: string | null;
  readonly claims: readonly CertifiedClaim[];
}
export interface CertifiedClaim {
  readonly id: string;
  readonly text: string;
  /** When it was last seen proved, ISO 8601. */
  readonly at: string;
  readonly kafka: string;
  readonly driver: string;
}
/** One device's part of the log: how many lines, and the last value of its hash chain. */
export interface LogHead {
  readonly device: string;
  readonly lines: number;
  readonly chain: string;
  /** Lines that are not what was once written. */
  readonly edited: number;
}

/** The claims that this log saw proved, lesson by lesson; those of lessons that are not here any more keep their ids as words. */
export function certificateOf(
  entries: readonly ProgressEntry[],
  others: readonly Stamped[],
  lessons: readonly CertificateLesson[],
  { name, issued, course }: Pick<Certificate, 'name' | 'issued' | 'course'>,
): Certificate {
  const state = fold(entries);
  const known = new Map(lessons.map((lesson) => [lesson.folder, lesson]));
  const predictions = Object.values(state.lessons)
    .flatMap((lesson) => Object.values(lesson.predictions))
    .filter(({ first }) => first.outcome !== 'skipped');
  return {
    format: 1,
    name,
    issued,
    course,
    lessons: Object.entries(state.lessons)
      .map(([folder, seen]) => {
        const lesson = known.get(folder);
        return {
          number: lesson?.number ?? folder.slice(0, 2),
          folder,
          title: lesson?.manifest.title ?? folder,
          finished: seen.finished,
          exercise: seen.exercise?.passed ?? null,
          claims: Object.entries(seen.claims).map(([id, { at, kafka, driver }]) => ({
            id,
            text: lesson?.manifest.claims[id] ?? id,
            at,
            kafka,
            driver,
          })),
        };
      })
      .filter(({ claims }) => claims.length > 0)
      .sort((a, b) => (a.folder < b.folder ? -1 : 1)),
    predictions: { right: predictions.filter(({ first }) => first.outcome === 'right').length, made: predictions.length },
    log: headsOf([...entries, ...others]),
  };
}

export function headsOf(entries: readonly Stamped[]): readonly LogHead[] {
  const edited = new Set(verifyChain(entries));
  const byDevice = Map.groupBy(entries, ({ device }) => device);
  return [...byDevice]
    .map(([device, own]) => ({
      device,
      lines: own.length,
      chain: own.reduce((last, entry) => (entry.id > last.id ? entry : last)).chain,
      edited: own.filter((entry) => edited.has(entry)).length,
    }))
    .sort((a, b) => (a.device < b.device ? -1 : 1));
}
