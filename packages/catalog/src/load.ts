import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Lesson, provingHome, type Quiz } from '@proving/spec';
import { agreeManifest, agreeQuiz, agreeTheory } from './agree.ts';
import { readDeclaration } from './declaration.ts';
import { checkExperimentFiles } from './experiment-files.ts';
import { type Finding, type Found, findingError, reportInto } from './finding.ts';
import type { LessonFolder } from './folder.ts';
import { checkHouse } from './house.ts';
import { fillFences } from './include.ts';
import { readManifest } from './manifest.ts';
import { readQuiz } from './questions.ts';
import { parseTheory, type Step } from './theory.ts';

/** A lesson with everything a renderer shows. Its experiments are code and stay on disk. */
export interface LoadedLesson extends LessonFolder {
  readonly manifest: Lesson;
  readonly steps: readonly Step[];
  readonly quiz: Quiz;
  /** The markdown of `exercise/task.md`; null for a lesson without an exercise. */
  readonly task: string | null;
}

export interface LoadOptions {
  /** Where Node may keep stripped code between runs; null for nowhere. Default: `cache/code` under PROVING_HOME. */
  readonly cache?: string | null;
}

/**
 * Reads a lesson whole.
 * @throws {Plain} the first of its broken findings, exit 3
 */
export async function loadLesson(folder: LessonFolder, options: LoadOptions = {}): Promise<LoadedLesson> {
  const { lesson, findings } = await readLesson(folder, options);
  const broken = findings.filter((finding) => finding.broken);
  if (broken[0]) throw findingError(broken[0], broken.length - 1);
  return lesson as LoadedLesson;
}

/** Everything that is wrong with a lesson's files, for `pnpm check`: what stops it from opening, then what the house asks for. */
export async function checkLesson(folder: LessonFolder, options: LoadOptions = {}): Promise<readonly Finding[]> {
  const { lesson, findings } = await readLesson(folder, options);
  return lesson === null
    ? findings
    : [...findings, ...(await checkHouse(lesson)).map((found) => ({ lesson: folder.folder, ...found }))];
}

async function readLesson(
  folder: LessonFolder,
  { cache = join(provingHome(process.env, process.platform, homedir()), 'cache', 'code') }: LoadOptions,
): Promise<{ readonly lesson: LoadedLesson | null; readonly findings: readonly Finding[] }> {
  const found: Found[] = [];
  const [inManifest, inQuiz, inTheory] = ['lesson.ts', 'quiz.ts', 'theory.md'].map((file) => reportInto(found, file)) as [R, R, R];
  const { dir } = folder;
  const manifest = await readDeclaration(join(dir, 'lesson.ts'), readManifest, cache, inManifest);
  const quiz = await readDeclaration(join(dir, 'quiz.ts'), readQuiz, cache, inQuiz);
  const theory = await readFile(join(dir, 'theory.md'), 'utf8').catch(() => null);
  if (theory === null) inTheory('file-missing', null, 'is missing', 'pnpm new:lesson writes one to start from');
  const steps = theory === null ? null : await fillFences(parseTheory(theory, inTheory), dir, inTheory);
  const task = await readFile(join(dir, 'exercise', 'task.md'), 'utf8').catch(() => null);

  if (manifest) {
    agreeManifest(manifest, inManifest);
    if (quiz) agreeQuiz(quiz, manifest, inQuiz);
    if (steps) agreeTheory(steps, manifest, quiz, inTheory);
    found.push(...(await checkExperimentFiles(dir, manifest)));
  }
  const findings = found.map((each) => ({ lesson: folder.folder, ...each }));
  return { lesson: manifest && quiz && steps ? { ...folder, manifest, steps, quiz, task } : null, findings };
}

type R = ReturnType<typeof reportInto>;
