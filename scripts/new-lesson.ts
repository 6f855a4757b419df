// `pnpm new:lesson 02-topics-and-partitions`: the folder of a lesson that nobody has written yet. `pnpm check` then says what is missing.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newLesson, wrongName } from './house/lesson-folder.ts';

const [name = '', root = fileURLToPath(new URL('..', import.meta.url))] = process.argv.slice(2);
const lessons = join(root, 'lessons');
const taken = readdirSync(lessons).filter((each) => /^\d\d-/.test(each));

const wrong = name === '' ? 'no name was given' : wrongName(name, taken);
if (wrong !== null) {
  console.error(`No lesson was made.\n  saw  ${wrong}.\n  Try: pnpm new:lesson 02-topics-and-partitions`);
  process.exit(64);
}

const folder = join(lessons, name);
for (const [file, text] of Object.entries(newLesson(name.slice(0, 2), name.slice(3)))) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text, { flag: 'wx' });
}
mkdirSync(join(folder, 'experiments'));
console.log(`lessons/${name} is there.\n  next: pnpm install, then pnpm check lessons, which says what is still to be written`);
