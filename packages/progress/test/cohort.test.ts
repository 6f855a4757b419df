import type { Fact, ProgressEntry } from '@proving/spec';
import { describe, expect, it } from 'vitest';
import { cellOf, joinRoster, learnersOf, missed, stuck, tables } from '../src/cohort/index.ts';
import { type Exported, exportText, readExport } from '../src/index.ts';
import { entriesOf } from './seed.ts';

const lesson = '07-acks-and-durability';
const answer = (question: string, outcome: 'right' | 'wrong', beliefs: readonly string[] = []): Fact => ({
  kind: 'answer',
  lesson,
  question,
  outcome,
  sure: true,
  beliefs: [...beliefs],
});
const judged = (outcome: 'passed' | 'not-yet', task = 'no-lonely-promise', mistake: string | null = 'acks-one'): Fact => ({
  kind: 'exercise',
  lesson,
  outcome,
  task: outcome === 'passed' ? null : task,
  mistake: outcome === 'passed' ? null : mistake,
});
const logOf = (name: string, facts: readonly Fact[], from = '2026-11-20T08:00:00.000Z') => entriesOf(facts, { device: name, from });
const fileOf = (name: string, entries: readonly ProgressEntry[]): Exported => {
  const read = readExport(exportText(entries, { name, at: '2026-11-21T08:00:00.000Z', course: '0.1.0', words: false }));
  if (read === null) throw new Error(name);
  return read;
};

describe('files', () => {
  const ann = logOf('ann', [{ kind: 'lesson.opened', lesson }, answer('q1', 'wrong', ['W55']), answer('q1', 'right')]);

  it('of one learner count once, in any order, however often they come', () => {
    const half = fileOf('ann', ann.slice(0, 2));
    const whole = fileOf('ann', ann);
    const plain = (files: readonly Exported[]) => learnersOf(files).map(({ name, entries, state }) => ({ name, entries, state }));
    expect(plain([half, whole, whole])).toEqual(plain([whole]));
    expect(plain([whole, half])).toEqual(plain([half, whole]));
  });

  it('with a flipped byte are marked, not refused', () => {
    const text = exportText(ann, { name: 'ann', at: '2026-11-21T08:00:00.000Z', course: '0.1.0', words: false });
    const flipped = readExport(text.replace('"outcome":"wrong"', '"outcome":"right"'));
    expect(learnersOf([flipped as Exported])[0]).toMatchObject({ name: 'ann', edited: 1 });
    expect(learnersOf([fileOf('ann', ann)])[0]).toMatchObject({ edited: 0 });
  });
});

describe('what is most often wrong', () => {
  it('counts first tries of learners, and the beliefs behind them', () => {
    const files = [
      fileOf('ann', logOf('ann', [answer('q1', 'wrong', ['W55']), answer('q1', 'wrong', ['W55']), answer('q2', 'right')])),
      fileOf('ben', logOf('ben', [answer('q1', 'wrong', ['W8']), answer('q2', 'wrong')])),
      fileOf('cem', logOf('cem', [answer('q1', 'right'), answer('q1', 'wrong', ['W55'])])),
    ];
    expect(missed(learnersOf(files))).toEqual([
      {
        lesson,
        what: 'question',
        id: 'q1',
        wrong: 2,
        tried: 3,
        because: [
          ['W55', 3],
          ['W8', 1],
        ],
        said: [],
      },
      { lesson, what: 'question', id: 'q2', wrong: 1, tried: 2, because: [], said: [] },
    ]);
  });

  it('keeps the words of wrong predictions, and of no right one', () => {
    const predicted = (said: string, outcome: 'right' | 'wrong'): Fact => ({
      kind: 'prediction',
      lesson,
      experiment: '01-leader-dies-after-ok',
      said,
      measured: 'Ten.',
      outcome,
      belief: outcome === 'wrong' ? 'W55' : null,
    });
    const files = [
      fileOf('ann', logOf('ann', [predicted('All twenty.', 'wrong'), predicted('Ten.', 'right')])),
      fileOf('ben', logOf('ben', [predicted('All twenty.', 'wrong')])),
      fileOf('cem', logOf('cem', [predicted('None.', 'wrong')])),
    ];
    expect(missed(learnersOf(files))).toMatchObject([
      {
        what: 'prediction',
        wrong: 3,
        tried: 3,
        because: [['W55', 3]],
        said: [
          ['All twenty.', 2],
          ['None.', 1],
        ],
      },
    ]);
  });
});

describe('who may want a word', () => {
  const now = new Date('2026-11-21T12:00:00.000Z');
  const three = [judged('not-yet'), judged('not-yet'), judged('not-yet')];
  const found = (facts: readonly Fact[], from?: string) => stuck(learnersOf([fileOf('ann', logOf('ann', facts, from))]), now);

  it('failed three times in seven days and has not passed', () => {
    expect(found(three)).toMatchObject([{ name: 'ann', lesson, failures: 3, task: 'no-lonely-promise', mistake: 'acks-one' }]);
    expect(found([...three, judged('passed')])).toEqual([]);
    expect(found(three.slice(1))).toEqual([]);
    expect(found(three, '2026-11-10T08:00:00.000Z')).toEqual([]);
  });
});

describe('time', () => {
  it('counts pauses of up to ten minutes', () => {
    const early = logOf('ann', [
      { kind: 'lesson.opened', lesson },
      { kind: 'step.read', lesson, step: 1 },
      { kind: 'step.read', lesson, step: 2 },
    ]);
    const later = logOf('ann', [{ kind: 'step.read', lesson, step: 3 }], '2026-11-20T11:00:00.000Z');
    const [ann] = learnersOf([fileOf('ann', early), fileOf('ann', later)]);
    if (!ann) throw new Error('nobody');
    expect(cellOf(ann, lesson)).toMatchObject({ mark: 'begun', minutes: 2 });
    expect(cellOf(ann, '01-the-log')).toMatchObject({ mark: 'untouched', minutes: 0 });
  });
});

describe('a class list', () => {
  const names = ['ann', 'Ben', 'zoe'];
  it.each([
    ['commas', 'login,group\nANN,a\n"ben",b\ncem,b\n'],
    ['semicolons, byte order mark, Windows line ends', '\uFEFFlogin;group\r\nann;a\r\nben;b\r\ncem;b\r\n'],
    ['tabs, spaces around', 'group\tlogin\na\t ann \nb\tBEN\nb\tcem\n'],
  ])('with %s', (_, text) => {
    const roster = joinRoster(text, 'login', names);
    expect(roster.withoutFile).toEqual(['cem']);
    expect(roster.withoutRow).toEqual(['zoe']);
    expect(roster.rows.get('Ben')?.['group']).toBe('b');
  });

  it('without that column names those that it has', () => {
    expect(() => joinRoster('login,group\nann,a\n', 'name', names)).toThrow(
      expect.objectContaining({ exit: 64, saw: 'its columns are login, group' }),
    );
  });
});

describe('CSV', () => {
  it('holds a row for each learner in each lesson, and nothing that a spreadsheet would compute', () => {
    const learners = learnersOf([
      fileOf(
        '=SUM(A1)',
        logOf('d1', [
          { kind: 'lesson.opened', lesson },
          { kind: 'lesson.finished', lesson },
        ]),
      ),
      fileOf('a, "b"', logOf('d2', [answer('q1', 'wrong', ['W55'])])),
    ]);
    const all = tables(learners, [{ folder: '01-the-log' }, { folder: lesson }], missed(learners), null);
    expect(all['lessons.csv']).toBe(
      [
        'learner,lesson,mark,attempts,passed,rung,minutes,claims',
        `'=SUM(A1),01-the-log,untouched,0,false,0,0,0`,
        `'=SUM(A1),${lesson},finished,0,false,0,1,0`,
        `"a, ""b""",01-the-log,untouched,0,false,0,0,0`,
        `"a, ""b""",${lesson},begun,0,false,0,0,0`,
        '',
      ].join('\r\n'),
    );
    expect(all['missed.csv']).toBe(`lesson,what,id,wrong,tried,because\r\n${lesson},question,q1,1,1,W55 1\r\n`);
    expect(all['learners.csv'].split('\r\n')[0]).toBe('learner,finished,begun,claims,minutes,toClear,last,changedLines');
  });
});

it('two hundred learners with logs of a hundred entries, each file twice, come in well under five seconds', () => {
  const texts = Array.from({ length: 200 }, (_, i) => {
    const facts = Array.from({ length: 100 }, (_, n) => answer(`q${n % 9}`, (n + i) % 4 === 0 ? 'wrong' : 'right'));
    return exportText(logOf(`learner${i}`, facts), {
      name: `l${i}`,
      at: '2026-11-21T08:00:00.000Z',
      course: '0.1.0',
      words: false,
    });
  });
  const began = performance.now();
  const files = [...texts, ...texts.toReversed()].map((text) => readExport(text) as Exported);
  const learners = learnersOf(files);
  const wrong = missed(learners);
  expect(learners.length).toBe(200);
  expect(learners.every(({ entries, edited }) => entries.length === 100 && edited === 0)).toBe(true);
  expect(wrong.length).toBe(9);
  expect(performance.now() - began).toBeLessThan(5_000);
});
