import type { ProgressEntry } from '@proving/spec';
import type { Scheduled } from './schedule.ts';

export interface Pile {
  /** To be asked today, the one most at risk of being forgotten first. */
  readonly items: readonly Scheduled[];
  /** Everything that is due, also what stays for another day. */
  readonly due: number;
  /** Asked today already, out of the day's share. */
  readonly asked: number;
}

/** The most that is asked on one day, however long the learner was away. */
export const dailyMost = 10;

/** What of the cards is to be asked at a time. Days are UTC's. */
export function dueAt(cards: readonly Scheduled[], entries: readonly ProgressEntry[], at: Date, most = dailyMost): Pile {
  const today = at.toISOString().slice(0, 10);
  const due = cards.filter((card) => card.due.slice(0, 10) <= today && card.last.slice(0, 10) < today);
  const asked = askedOn(today, entries);
  const items = due
    .map((card) => ({ card, known: card.known(at) }))
    .sort((a, b) => a.known - b.known || (a.card.due < b.card.due ? -1 : 1))
    .slice(0, Math.max(0, most - asked))
    .map(({ card }) => card);
  return { items, due: due.length, asked };
}

/** Questions answered on that day which had been answered on an earlier one. */
function askedOn(today: string, entries: readonly ProgressEntry[]): number {
  const before = new Set<string>();
  const again = new Set<string>();
  for (const entry of entries) {
    if (entry.kind !== 'answer' && entry.kind !== 'prediction') continue;
    const key = `${entry.lesson}/${entry.kind}/${entry.kind === 'answer' ? entry.question : entry.experiment}`;
    if (entry.at.slice(0, 10) < today) before.add(key);
    else if (before.has(key)) again.add(key);
  }
  return again.size;
}
