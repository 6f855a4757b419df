// For authors: judges one file of an exercise. node packages/runner/bin/exercise.ts 07-acks-and-durability solution
import { findLessons, loadLesson } from '@proving/catalog';
import { coolDown, judgeExercise, repositoryRoot } from '../src/index.ts';

const [name = '', file = 'start'] = process.argv.slice(2);
const folder = (await findLessons(repositoryRoot())).find((each) => each.folder === name || each.number === name);
if (!folder) throw new Error(`no lesson ${name}`);
const lesson = await loadLesson(folder);
const result = await judgeExercise({ lesson, file: `${lesson.dir}/exercise/${file}.ts` }, (told) => {
  if (told.type === 'progress') process.stdout.write(`  ${told.doing}\n`);
});
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
await coolDown();
