import { openProgress } from '@proving/progress';
import { speaksUtf8 } from '../../src/glyphs.ts';
import { openExercise } from '../../src/open/exercise.ts';
import { openLesson, openQuiz } from '../../src/open/walk.ts';
import { paperOf } from '../../src/paper.ts';
import { notYet, passed } from './judged.ts';
import { aLesson } from './lesson.ts';
import { recorded } from './runner.ts';

// A program of its own: the small lesson on a recorded cluster, in the terminal that it is started in.
const { env, stdout } = process;
const home = env['PROVING_HOME'] ?? '';
const paper = paperOf({ columns: stdout.columns ?? 80, colour: !env['NO_COLOR'] && stdout.isTTY === true, utf8: speaksUtf8(env) });
const open = env['OPEN'] === 'quiz' ? openQuiz : env['OPEN'] === 'exercise' ? openExercise : openLesson;
process.exitCode = await open({
  lesson: env['LESSON_DIR'] ? { ...aLesson, dir: env['LESSON_DIR'] } : aLesson,
  mode: (env['SCREEN'] ?? 'ink') as 'ink',
  paper,
  progress: openProgress({ home, course: '0.0.0' }),
  runner: recorded({ speed: Number(env['SPEED'] ?? 20), exercise: [notYet, passed] }),
  home,
  seed: 1,
  driver: null,
  signal: new AbortController().signal,
  at: null,
  answers: env['ANSWERS'] ?? null,
  file: null,
});
process.exit();
