import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedLesson } from '@proving/catalog';
import type { LedgerLine } from '@proving/spec';
import { highlighted } from '../highlight.ts';
import { type Run, runOf } from '../runs.ts';

/** The claims of one lesson, each with the experiments that prove it. */
export interface LessonClaims {
  readonly number: string;
  readonly folder: string;
  readonly title: string;
  readonly claims: readonly { readonly id: string; readonly text: string; readonly experiments: readonly Experiment[] }[];
}

export interface Experiment {
  readonly run: Run;
  /** The whole file, coloured. */
  readonly html: string;
  readonly file: string;
  /** Its recorded runs, newest first. */
  readonly ledger: readonly LedgerLine[];
}

export async function lessonClaims(lesson: LoadedLesson, lines: readonly LedgerLine[]): Promise<LessonClaims> {
  const { number, folder, manifest } = lesson;
  const experiments = await Promise.all(Object.keys(manifest.experiments).map((id) => experimentOf(lesson, id, lines)));
  return {
    number,
    folder,
    title: manifest.title,
    claims: Object.entries(manifest.claims).map(([id, text]) => ({
      id,
      text,
      experiments: experiments.filter(({ run }) => run.claim === id),
    })),
  };
}

async function experimentOf(lesson: LoadedLesson, id: string, lines: readonly LedgerLine[]): Promise<Experiment> {
  const file = `experiments/${id}.ts`;
  const code = (await readFile(join(lesson.dir, file), 'utf8')).replaceAll(/^\s*\/\/ #(end)?region\b.*\n/gm, '').trimEnd();
  return {
    run: await runOf(lesson, id),
    html: await highlighted(code, 'ts'),
    file: `lessons/${lesson.folder}/${file}`,
    ledger: lines.filter((line) => line.lesson === lesson.folder && line.experiment === id).toReversed(),
  };
}
