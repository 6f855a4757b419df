import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedLesson } from '@proving/catalog';
import type { Question } from '@proving/spec';
import type { Link, PhrasingContent } from 'mdast';
import { catalog, root } from '../course.ts';
import { linked } from '../mentions.ts';
import { courseHere } from '../named.ts';

/** Questions of an interview with their answers: what the lessons' cards say, and what users of the course asked for. */
export interface PartOfInterview {
  readonly numeral: string;
  readonly title: string;
  readonly lessons: readonly InterviewCard[];
}

export interface InterviewCard {
  readonly number: string;
  readonly folder: string;
  readonly question: string;
  /** What to say when asked, from the lesson's card. */
  readonly answer: string;
  /** How many questions the lesson's quiz has. */
  readonly quiz: number;
  readonly asked: readonly Asked[];
}

/** A row of `notes/sources.md` that is a question, with the claims and questions of the quiz that answer it. */
export interface Asked {
  readonly id: string;
  readonly question: string;
  readonly claims: readonly { readonly number: string; readonly folder: string; readonly id: string; readonly text: string }[];
  readonly quiz: readonly { readonly number: string; readonly folder: string; readonly question: Question }[];
  /** Steps of lessons in which it is told, such as 02.3. */
  readonly steps: readonly { readonly at: string; readonly title: string; readonly to: string }[];
}

export const sourcesFile = join(root, 'notes', 'sources.md');

export async function interviewData(lessons: readonly LoadedLesson[]): Promise<readonly PartOfInterview[]> {
  const rows = questionsIn(await readFile(sourcesFile, 'utf8'));
  const course = await courseHere();
  const fail = (what: string): never => {
    throw new Error(`notes/sources.md: ${what}`);
  };
  const asked = rows.flatMap(({ id, question, answer }) => {
    const links = linked(answer, 'answers', course, fail).flatMap((node) => (node.type === 'link' ? [node] : []));
    const found = answersAt(links, lessons);
    return found ? [{ ...found, id, question }] : [];
  });
  const { parts } = await catalog();
  return parts
    .map(({ number, numeral, title }) => ({
      numeral,
      title,
      lessons: lessons.filter(({ manifest }) => manifest.part === number).map((lesson) => cardOf(lesson, asked)),
    }))
    .filter((part) => part.lessons.length > 0);
}

const cardOf = ({ number, folder, manifest, quiz }: LoadedLesson, asked: readonly (Asked & { home: string })[]): InterviewCard => ({
  number,
  folder,
  question: manifest.question,
  answer: manifest.card.interview,
  quiz: quiz.length,
  asked: asked.filter(({ home }) => home === folder).map(({ home: _, ...each }) => each),
});

/** Rows whose matter is a question, without the word that says where it was asked. */
function questionsIn(markdown: string): { id: string; question: string; answer: PhrasingContent[] }[] {
  return markdown.split('\n').flatMap((line) => {
    const [, id = '', matter = '', answer = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    if (!/^S\d+-\d+$/.test(id) || !matter.endsWith('?')) return [];
    const bare = matter.replace(
      /^(?:Interview|Asked|Assessment|Quiz|Bank|Think while it runs|Experiment never run|Of lesson \d+): (?:and )?/,
      '',
    );
    const question = bare.charAt(0).toUpperCase() + bare.slice(1);
    const nodes = answer
      .split('`')
      .map((value, i): PhrasingContent => (i % 2 === 1 ? { type: 'inlineCode', value } : { type: 'text', value }));
    return [{ id, question, answer: nodes }];
  });
}

/** What the links lead to; null where there is nothing that one could say. Its home is the lesson named first. */
function answersAt(links: readonly Link[], lessons: readonly LoadedLesson[]) {
  const named = links.flatMap(({ url, children: [words] }) => {
    const [, place = '', folder = '', anchor = ''] = /^\/(claims|lessons)\/([^#]+)(?:#(.+))?$/.exec(url) ?? [];
    const lesson = lessons.find((each) => each.folder === folder);
    return lesson ? [{ place, anchor, lesson, url, words: words?.type === 'text' ? words.value : '' }] : [];
  });
  const claims = named.flatMap(({ place, anchor, lesson: { number, folder, manifest } }) => {
    const text = place === 'claims' ? manifest.claims[anchor] : undefined;
    return text === undefined ? [] : [{ number, folder, id: anchor, text }];
  });
  const quiz = named.flatMap(({ place, anchor, lesson: { number, folder, quiz: questions } }) => {
    const question = place === 'lessons' ? questions.find(({ id }) => id === anchor) : undefined;
    return question ? [{ number, folder, question }] : [];
  });
  const steps = named.flatMap(({ words, url, lesson }) => {
    const step = lesson.steps[Number(/^\d\d\.(\d+)$/.exec(words)?.[1]) - 1];
    return step ? [{ at: words, title: step.title, to: url }] : [];
  });
  const home = named[0]?.lesson.folder;
  return home !== undefined && claims.length + quiz.length > 0 ? { home, claims, quiz, steps } : null;
}
