import type { Json, ProgressEntry } from '@proving/spec';
import { roundInWords } from './assessment.ts';
import { fold } from './fold.ts';
import { inOrder } from './merge.ts';

/** What the lab book needs of a lesson; the catalog's `LoadedLesson` is one. */
export interface BookLesson {
  readonly number: string;
  readonly folder: string;
  readonly manifest: {
    readonly title: string;
    readonly claims: Readonly<Record<string, string>>;
    readonly experiments: Readonly<Record<string, { readonly title: string; readonly arms: Readonly<Record<string, string>> }>>;
  };
}

type Of<K extends ProgressEntry['kind']> = Extract<ProgressEntry, { kind: K }>;

/**
 * The learner's lab book as markdown: day by day what was predicted, what was measured, and what it showed, with the notes
 * between. Made from the log alone, so it can be made again at any time.
 */
export function labBook(entries: readonly ProgressEntry[], lessons: readonly BookLesson[]): string {
  const byFolder = new Map(lessons.map((lesson) => [lesson.folder, lesson]));
  const predicted = new Map<string, Of<'prediction'>>();
  const rounds = roundsOf(entries);
  const blocks: string[] = [];
  let [day, lesson] = ['', ''];
  for (const entry of inOrder(entries)) {
    if (entry.kind === 'prediction') predicted.set(`${entry.lesson}/${entry.experiment}`, entry);
    const assessed = rounds.get(placeOf(entry) ?? '');
    if (entry.kind !== 'experiment' && entry.kind !== 'note' && assessed === undefined) continue;
    const heading = assessed?.heading ?? headingOf(entry, byFolder);
    if (entry.at.slice(0, 10) !== day) {
      day = entry.at.slice(0, 10);
      lesson = '';
      blocks.push(`## ${day}`);
    }
    if (heading !== '' && heading !== lesson) {
      lesson = heading;
      blocks.push(`### ${heading}`);
    }
    if (assessed) {
      blocks.push(`${assessed.words}.`);
      rounds.delete(placeOf(entry) ?? '');
    }
    if (entry.kind === 'note') blocks.push(quoted(entry.text));
    if (entry.kind === 'experiment') {
      const key = `${entry.lesson}/${entry.experiment}`;
      blocks.push(...experiment(entry, predicted.get(key) ?? null, byFolder.get(entry.lesson) ?? null));
      predicted.delete(key);
    }
  }
  const empty = 'Nothing has been run yet. `pnpm lesson 01` begins it.';
  return `${['# Lab book', ...(blocks.length > 0 ? blocks : [empty])].join('\n\n')}\n`;
}

/** What an assessment came to, by where it was last worked at. */
function roundsOf(entries: readonly ProgressEntry[]) {
  const told = new Map<string, { readonly heading: string; readonly words: string }>();
  for (const [part, { rounds }] of Object.entries(fold(entries).assessments))
    for (const round of rounds)
      told.set(`${part} ${round.at}`, { heading: `Assessment of part ${part}`, words: sentence(roundInWords(round)) });
  return told;
}

function placeOf(entry: ProgressEntry): string | null {
  if (entry.kind === 'assessment') return `${entry.part} ${entry.at}`;
  return entry.kind === 'answer' && entry.assessment ? `${entry.assessment.part} ${entry.at}` : null;
}

function headingOf(entry: ProgressEntry, lessons: ReadonlyMap<string, BookLesson>): string {
  if (!('lesson' in entry) || entry.lesson === null) return '';
  const about = lessons.get(entry.lesson);
  return about ? `${about.number} · ${about.manifest.title}` : entry.lesson;
}

function experiment(entry: Of<'experiment'>, prediction: Of<'prediction'> | null, lesson: BookLesson | null): readonly string[] {
  const card = lesson?.manifest.experiments[entry.experiment];
  const claim = lesson?.manifest.claims[entry.claim];
  const guess = prediction && prediction.outcome !== 'skipped' ? prediction : null;
  return [
    `#### ${card?.title ?? entry.experiment}`,
    claim === undefined ? `Claim: ${entry.claim}` : claim,
    [
      ...(guess ? [`- You predicted: ${guess.said} (${guess.outcome})`] : []),
      ...(guess?.outcome === 'wrong' ? [`- It was: ${guess.measured}`] : []),
      ...Object.entries(entry.observed).map(([arm, value]) => `- Measured, ${card?.arms[arm] ?? arm}: ${figures(value)}`),
      `- ${words[entry.verdict]}${entry.because === null ? '' : `: ${entry.because}`}, at ${entry.at.slice(11, 16)} UTC on Kafka ${entry.kafka} (${entry.driver})`,
    ].join('\n'),
  ];
}

const words: Readonly<Record<Of<'experiment'>['verdict'], string>> = {
  proved: 'Proved',
  refuted: 'Refuted',
  unjudged: 'Could not be judged',
  'not-provable-here': 'Not provable here',
  'could-not-run': 'Could not run',
};

/** `sent 20, acknowledged 10, lost 0`; what is no list of plain values stays JSON. */
function figures(value: Json): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  return Object.entries(value)
    .map(([name, each]) => `${spaced(name)} ${typeof each === 'object' ? JSON.stringify(each) : each}`)
    .join(', ');
}

const sentence = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);
const spaced = (name: string) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
