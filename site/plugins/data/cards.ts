import type { LoadedLesson } from '@proving/catalog';
import type { RevisionCard } from '@proving/spec';

/** A revision card with what the lesson itself adds to it. */
export interface CardData extends RevisionCard {
  readonly number: string;
  readonly folder: string;
  readonly title: string;
  readonly question: string;
  readonly claims: readonly string[];
}

export const cardsData = (lessons: readonly LoadedLesson[]): readonly CardData[] =>
  lessons.map(({ number, folder, manifest: { title, question, claims, card } }) => ({
    number,
    folder,
    title,
    question,
    claims: Object.values(claims),
    ...card,
  }));
