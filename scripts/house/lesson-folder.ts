import { parts } from '@proving/catalog';

/** The files of a lesson before anybody has written it. Each says what it wants; the check names what is still missing. */
export function newLesson(number: string, slug: string): Readonly<Record<string, string>> {
  return {
    'package.json': `{
  "name": "@proving/lesson-${number}",
  "version": "0.0.0",
  "private": true,
  "type": "module",
  "dependencies": { "@proving/lab": "workspace:*", "@proving/spec": "workspace:*", "kafkajs": "2.2.4" }
}
`,
    'lesson.ts': `import { lesson } from '@proving/spec';

export default lesson({
  title: '${titleOf(slug)}',
  // The one question a learner comes with, in a learner's words.
  question: '',
  part: ${partOf(Number(number))},
  minutes: 35,
  after: [],
  cluster: { shape: 'standard' },
  // A claim can be false. Take its cause away, and it is.
  claims: {},
  // One or more per claim; 01-name is the file experiments/01-name.ts.
  experiments: {},
  // Ids of notes/stale-beliefs.md that this lesson refutes.
  refutes: [],
  card: { drawing: '', remember: {}, interview: '' },
});
`,
    'theory.md': `## The one idea of this step

<!--
${number}: 900 to 1500 words in five to eight steps; each step one idea, on one screen or two. Before you write, answer for yourself:

1. What does a learner believe who comes here, and which experiment surprises exactly that belief?
2. Which words are new? Each is introduced once, with an example value, before it is used.
3. What must be known before the first run, and what would give its result away?
4. Which cause, taken away, makes each claim false?
5. What will the learner do differently at work tomorrow?

A claim is cited as [[its-id]] behind the sentence that states it. {{run: 01-name}} on a line of its own runs an experiment: what
stands after it in the step is the why. {{ask: q1}} asks a question of quiz.ts. Code is quoted, never retyped: an empty fence
"ts file=experiments/01-name.ts region=name".
-->
`,
    'quiz.ts': `import { quiz } from '@proving/spec';

// ${number}: six to ten questions of mixed kinds, each settled by a claim; every option has a reason of its own.
export default quiz([]);
`,
    'exercise/task.md': `<!-- ${number}, at most 200 words: what to build and why, what is given, what will be looked at. Not how. -->
`,
  };
}

/** Null when the name can be a lesson's, else what is wrong with it. */
export function wrongName(name: string, taken: readonly string[]): string | null {
  const parts = /^(\d\d)-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(name);
  if (!parts) return `"${name}" is not named like a lesson: two digits, a hyphen, then lower-case words joined by hyphens`;
  if (parts[1] === '00') return 'lessons count from 01';
  const twin = taken.find((each) => each.startsWith(`${parts[1]}-`));
  return twin === undefined ? null : `${parts[1]} is taken: lessons/${twin}`;
}

const titleOf = (slug: string) => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');

/** Lessons beyond the last part belong to it. */
const partOf = (number: number) => (parts.find(({ to }) => number <= to) ?? parts.at(-1))?.number ?? 1;
