import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LessonFolder } from '../src/index.ts';

/** A temporary course root; removed with its scope. */
export async function course(files: Readonly<Record<string, string | null>> = {}): Promise<Course> {
  const root = await mkdtemp(join(tmpdir(), 'catalog-'));
  await mkdir(join(root, 'lessons'));
  await write(root, files);
  return { root, write: (more) => write(root, more), [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}

export interface Course extends AsyncDisposable {
  readonly root: string;
  write(files: Readonly<Record<string, string | null>>): Promise<void>;
}

/** A course with one whole lesson, `07-acks-and-durability`; `change` replaces files of it, or with null takes them away. */
export function lessonCourse(change: Readonly<Record<string, string | null>> = {}): Promise<Course> {
  const changed = Object.entries({ ...wholeLesson, ...change }).map(([file, text]) => [
    `lessons/07-acks-and-durability/${file}`,
    text,
  ]);
  return course(Object.fromEntries(changed));
}

export const folderIn = ({ root }: Course): LessonFolder => ({
  number: '07',
  slug: 'acks-and-durability',
  folder: '07-acks-and-durability',
  dir: join(root, 'lessons', '07-acks-and-durability'),
});

async function write(root: string, files: Readonly<Record<string, string | null>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    const path = join(root, file);
    await mkdir(dirname(path), { recursive: true });
    if (text === null) await rm(path, { force: true });
    else await writeFile(path, text);
  }
}

const question = (n: number) => `  {
    id: 'q${n}', kind: 'one', ask: 'Question ${n}?', claim: 'acknowledged-survives',
    options: [
      { says: 'yes', because: 'It is so.', right: true },
      { says: 'no', because: 'It is not so.', belief: 'W3' },
    ],
  },`;

const experiment = (claim: string) => `import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';

// The leader says "ok" and dies. // arms: { not: these }
export default experiment(lesson, '${claim}', {
  arms: { treatment: { acks: -1, note: 'a, b' }, control: { acks: 1, note: 'a, b' } },

  async run({ acks }, lab) {
    // #region frozen
    const orders = await lab.topic();
    if (acks) {
      await lab.freeze([]);
    }
    // #endregion
    return lab.history(orders).counts('lost');
  },

  expect: { treatment: { lost: 0 }, control: { lost: 10 } },
});
`;

export const wholeLesson = {
  'lesson.ts': `import { atLeast, lesson } from '@proving/spec';

export default lesson({
  title: 'What "acknowledged" means',
  question: 'What does "acknowledged" mean?',
  part: 2,
  minutes: 35,
  after: [],
  cluster: { shape: 'standard' },
  claims: {
    'acknowledged-survives': 'With acks=all an acknowledged record outlives its leader.',
    'no-answer-is-not-no': 'A send that got no answer may still be in the log.',
  },
  experiments: {
    '01-leader-dies-after-ok': {
      title: 'The leader dies after ok',
      proves: 'acknowledged-survives',
      arms: { treatment: 'acks=all', control: 'acks=1' },
      ask: 'How many are lost?',
      predict: {
        kind: 'choice',
        about: 'control',
        options: [
          { says: 'none', when: { lost: 0 }, belief: 'W3' },
          { says: 'some', when: { lost: atLeast(1) } },
        ],
      },
      needs: ['kill', 'freeze'],
      budget: '30s',
    },
    '02-no-answer': {
      title: 'No answer',
      proves: 'no-answer-is-not-no',
      arms: { treatment: 'answer dropped', control: 'answered' },
      ask: 'How many copies?',
      predict: { kind: 'number', about: 'treatment', field: 'stored', unit: 'records', tolerance: 0 },
      needs: ['proxy'],
      budget: '30s',
    },
  },
  refutes: ['W3', 'W7'],
  card: { drawing: 'producer -> leader -> followers', remember: { 'acks=all': 'waits for all in sync' }, interview: 'It is in every in-sync replica.' },
});
`,
  'quiz.ts': `import { quiz } from '@proving/spec';

export default quiz([
${[1, 2, 3, 4, 5, 6].map(question).join('\n')}
]);
`,
  'theory.md': `## The leader keeps the promise alone

A producer with acks=1 hears ok as soon as the leader has it. [[acknowledged-survives]]

\`\`\`ts file=experiments/01-leader-dies-after-ok.ts region=frozen
\`\`\`

{{run: 01-leader-dies-after-ok}}

That is why it was lost.

{{ask: q3}}

## No answer is not no

\`[[this is code]]\` and [[no-answer-is-not-no]].

\`\`\`console
$ pnpm lesson 07
\`\`\`

{{run: 02-no-answer}}
`,
  'experiments/01-leader-dies-after-ok.ts': experiment('acknowledged-survives'),
  'experiments/02-no-answer.ts': experiment('no-answer-is-not-no'),
  'exercise/task.md': '# Survive\n',
};
