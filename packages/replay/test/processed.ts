import type { RunEvent, RunEventOf } from '@proving/spec';

/** Runs of tasks that count by window or join, in small: lessons 19 and 20. The story begins at `zero`. */
const zero = 1_795_000_000_000;

export const created = (title: string, partitions = 1): RunEvent => ({
  type: 'topic.created',
  ...{ t: 90, topic: `${title}-7f3a`, title, partitions, replicas: 3, config: {} },
});

export interface Viewed {
  readonly key: string;
  /** Seconds since the story began. */
  readonly second: number;
  readonly partition?: number;
}

/** Windows that touch, counted record by record; with `final` a count is said when its window is over. Seconds. */
export function counted(views: readonly Viewed[], { size = 10, grace = 0, final = false } = {}): readonly RunEvent[] {
  const tasks = new Map<number, { streamTime: number; counts: Map<string, Count>; kept: Map<string, Count> }>();
  return views.map(({ key, second, partition = 0 }, i): RunEvent => {
    const task = tasks.get(partition) ?? { streamTime: Number.NEGATIVE_INFINITY, counts: new Map(), kept: new Map() };
    tasks.set(partition, task);
    task.streamTime = Math.max(task.streamTime, second);
    const [from, over] = [Math.floor(second / size) * size, task.streamTime - grace];
    const place = `${from} ${key}`;
    const isLate = from + size <= over;
    const before = task.counts.get(place)?.count ?? 0;
    const count = { key, start: zero + from * 1_000, end: zero + (from + size) * 1_000, count: before + 1 };
    if (!isLate) task.counts.set(place, count);
    if (!isLate) task.kept.set(place, count);
    const done = [...task.kept].filter(([, each]) => each.end <= zero + over * 1_000);
    for (const [at] of done) task.kept.delete(at);
    return {
      ...{ type: 'task.windowed', t: 1_000 + i * 20, topic: 'views-7f3a', partition, key, zero, endWithin: false },
      ...{ time: zero + second * 1_000, streamTime: zero + task.streamTime * 1_000, over: zero + over * 1_000 },
      ...{ counts: isLate ? [] : [count], late: isLate ? 1 : 0 },
      said: final ? done.map(([, each]) => each) : isLate ? [] : [count],
    };
  });
}
type Count = RunEventOf<'task.windowed'>['counts'][number];

/** `a@1 b@9.5` */
export const story = (text: string): readonly Viewed[] =>
  text.split(' ').map((view) => {
    const [key = '', second] = view.split('@');
    return { key, second: Number(second) };
  });

/** Eleven views, two of them late: one of their own key's account, one of another's. */
export const twoComeLate: readonly RunEvent[] = [
  created('views'),
  ...counted(story('a@1 a@4 b@9.999 a@10 a@3 b@12 a@19 b@8 a@20 a@25 b@40')),
];

/** One view from 40 minutes ahead; what comes behind it is dropped. */
export const aClockAhead: readonly RunEvent[] = [
  created('views', 2),
  ...counted(story('a@1 a@3 b@2400 a@6 a@8 a@12 a@14'), { grace: 10 }),
  ...counted([{ key: 'b', second: 5, partition: 1 }], { grace: 10 }),
];

type Joined = RunEventOf<'task.joined'>;
type Told = readonly [
  side: Joined['side'],
  key: string,
  value: string,
  second: number,
  ...pairs: (readonly [string, string | null])[],
];

function joined(kind: 'streams' | 'tables' | 'mixed', told: readonly Told[], partition = 0): readonly RunEvent[] {
  const left = { topic: 'orders-7f3a', kind: kind === 'tables' ? 'table' : 'stream' } as const;
  const right = { topic: 'addresses-7f3a', kind: kind === 'streams' ? 'stream' : 'table' } as const;
  const within = kind === 'streams' ? 1_000 : null;
  return told.map(([side, key, value, second, ...pairs], i) => ({
    ...{ type: 'task.joined', t: 1_000 + i * 20, left, right, within, partition, side, key, value, zero },
    ...{ time: zero + second * 1_000, pairs: pairs.map(([one, other]) => ({ left: one, right: other })) },
  }));
}

const shop = [created('orders'), created('addresses')];

/** Addresses that arrive late: the first order meets nobody, the second the old address. */
export const orderAndAddress: readonly RunEvent[] = [
  ...shop,
  ...joined('mixed', [
    ['left', 'ada', 'pen', 1, ['pen', null]],
    ['right', 'ada', 'Oslo', 0],
    ['left', 'ada', 'ink', 3, ['ink', 'Oslo']],
    ['right', 'ada', 'Rome', 2],
  ]),
];

/** The same as two streams, and an order that is too far from everything. */
export const twoStreams: readonly RunEvent[] = [
  ...shop,
  ...joined('streams', [
    ['left', 'ada', 'pen', 1],
    ['right', 'ada', 'Oslo', 0, ['pen', 'Oslo']],
    ['left', 'ada', 'ink', 3],
    ['right', 'ada', 'Rome', 2, ['pen', 'Rome'], ['ink', 'Rome']],
    ['left', 'bob', 'cap', 6],
  ]),
];

/** The same as two tables. */
export const twoTables: readonly RunEvent[] = [
  ...shop,
  ...joined('tables', [
    ['left', 'ada', 'pen', 1],
    ['right', 'ada', 'Oslo', 0, ['pen', 'Oslo']],
    ['left', 'ada', 'ink', 3, ['ink', 'Oslo']],
    ['right', 'ada', 'Rome', 2, ['ink', 'Rome']],
  ]),
];

/** Six customers in two partitions; of two of them order and address lie in different ones. */
export const twoHashes: readonly RunEvent[] = [
  ...shop,
  ...joined('mixed', [
    ['right', 'ada', 'Oslo', 0],
    ['right', 'cleo', 'Oslo', 0],
    ['right', 'emil', 'Oslo', 0],
    ['left', 'ada', 'pen', 1, ['pen', 'Oslo']],
    ['left', 'cleo', 'pen', 1, ['pen', 'Oslo']],
    ['left', 'ben', 'pen', 1, ['pen', null]],
  ]),
  ...joined(
    'mixed',
    [
      ['right', 'ben', 'Oslo', 0],
      ['left', 'emil', 'pen', 1, ['pen', null]],
    ],
    1,
  ),
];
