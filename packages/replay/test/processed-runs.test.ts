import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTrace, type RunEvent } from '@proving/spec';
import { describe, expect, it } from 'vitest';
import { isUnseen, joins, lanes, measured, type WindowTask, windows, windowTaskName } from '../src/index.ts';

const lessons = join(import.meta.dirname, '../../../lessons');
const runsOf = (lesson: string, experiments: RegExp) =>
  readdirSync(join(lessons, lesson, 'traces'))
    .filter((file) => experiments.test(file))
    .map((file) => [file, parseTrace(readFileSync(join(lessons, lesson, 'traces', file), 'utf8'), file).events] as const);

/** What clients have sent to the topics of a title, as `client.send` tells it: another witness than the tasks. */
function sentTo(events: readonly RunEvent[], ...titles: readonly string[]) {
  const topics = events.flatMap((event) => (event.type === 'topic.created' && titles.includes(event.title) ? event.topic : []));
  return events.flatMap((event) => (event.type === 'client.send' && topics.includes(event.topic) ? event.records : []));
}

function observedIn(events: readonly RunEvent[]): Readonly<Record<string, unknown>> {
  const measured = events.find((event) => event.type === 'observation');
  return (measured?.observed ?? {}) as Record<string, unknown>;
}

describe.each(runsOf('19-time-and-windows', /^0[1-5]/))('%s', (file, events) => {
  const { tasks } = windows.of(events);
  const records = tasks.flatMap((task) => task.records.map((each) => ({ ...each, partition: task.partition })));

  it('has every view that was sent, in the order of its partition, where its value says that it happened', () => {
    expect(records.length).toBeGreaterThan(0);
    for (const { partition, records: own } of tasks)
      expect(own.map(({ key, time }) => `${key}@${time / 1_000}`)).toEqual(
        sentTo(events, 'views').flatMap((sent) => (sent.partition === partition ? sent.value : [])),
      );
    expect(records).toHaveLength(sentTo(events, 'views').length);
  });

  it('says of each window what was last written of it, and as often', () => {
    const written = sentTo(events, 'counts');
    const last = new Map(written.map(({ key, value }) => [key, value]));
    const named = (task: WindowTask) =>
      task.windows
        .filter(({ said }) => said !== null)
        .map(({ key, start, end, said }) => [`${key}[${start / 1_000},${end / 1_000}${task.endWithin ? ']' : ')'}`, `${said}`]);
    expect(tasks.reduce((sum, { said }) => sum + said, 0)).toBe(written.length);
    expect(Object.fromEntries(tasks.flatMap(named))).toEqual(Object.fromEntries([...last].filter(([, value]) => value !== null)));
  });

  it('drops as many as the run has counted, and only behind the edge up to which windows are over', () => {
    const dropped = records.reduce((sum, { late }) => sum + late, 0);
    expect(dropped).toBe(observedIn(events)['dropped'] ?? 0);
    if (/hopping|sessions|guessed/.test(file)) return;
    for (const event of events) {
      if (event.type !== 'task.windowed' || event.over === null) continue;
      const end = (Math.floor(event.time / 10_000) + 1) * 10_000;
      expect([event.key, event.time, event.late > 0]).toEqual([event.key, event.time, end <= event.over]);
    }
  });
});

describe.each(runsOf('20-joins', /^0[1-3]/))('%s', (_, events) => {
  const { tasks } = joins.of(events);

  it('has every record of both sides', () => {
    const sides = new Set(tasks.flatMap(({ left, right }) => [left.title, right.title]));
    const sent = sentTo(events, ...sides).map(({ key, value }) => `${key} ${value}`);
    const seen = tasks.flatMap(({ records }) => records.map(({ key, value }) => `${key} ${value}`));
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.toSorted()).toEqual(sent.toSorted());
  });

  it('draws the pairs that were written, in the order in which a key’s were', () => {
    const drawn = tasks.flatMap(({ records, meetings }) =>
      meetings.map(({ left, right }) => ({
        key: records[left]?.key,
        says: `${records[left]?.value} to ${right === null ? '?' : records[right]?.value}`,
      })),
    );
    const written = sentTo(events, 'enriched').map(({ key, value }) => ({ key, says: value }));
    const byKey = (all: readonly { key: string | null | undefined; says: string | null }[]) =>
      [...Map.groupBy(all, ({ key }) => key)].toSorted(([a], [b]) => `${a}`.localeCompare(`${b}`));
    expect(byKey(drawn)).toEqual(byKey(written));
  });
});

describe.each(runsOf('19-time-and-windows', /^06/))('%s', (file, events) => {
  it('draws the second reading beside the first, and not as a task that goes back in time', () => {
    const { tasks } = windows.of(events);
    expect(tasks.map(windowTaskName)).toEqual(['views/0', 'views/0, again']);
    for (const { records } of tasks) expect(records).toHaveLength(sentTo(events, 'views').length);
    const [first, again] = tasks.map((task) => task.windows.map(({ start, count }) => `${start}: ${count}`));
    if (file.includes('treatment')) expect([first, again]).toEqual([first, ['0: 2', '1000: 1']]);
    // By the clock three views at once are of one second, or of two, and of others the second time.
    else expect(again?.filter((each) => first?.includes(each))).toEqual([]);
  });
});

describe.each(runsOf('20-joins', /^04/))('%s', (file, events) => {
  it('draws the replay beside the first join, with what is left of the addresses', () => {
    const { tasks } = joins.of(events);
    expect(tasks.map(({ called }) => called)).toEqual([null, 'again']);
    const [moves, orders] = [sentTo(events, 'addresses').length, sentTo(events, 'orders').length];
    const met = tasks.map(({ meetings }) => meetings.filter(({ right }) => right !== null).length);
    const isCompacted = file.includes('compacted');
    expect(met).toEqual([orders, isCompacted ? 0 : orders]);
    expect(tasks[1]?.records).toHaveLength(isCompacted ? orders + orders + 1 : moves + orders);
  });
});

it('no recorded run ends with a lane that stands empty where its log does not', () => {
  const all = globSync('*/traces/*.jsonl', { cwd: lessons });
  expect(all.length).toBeGreaterThan(200);
  const found = all.flatMap((path) => {
    const { events } = parseTrace(readFileSync(join(lessons, path), 'utf8'));
    const end = lanes.of(measured(events));
    return end.topics.flatMap((topic) =>
      topic.lanes.filter((lane) => isUnseen(end, topic, lane)).map((lane) => `${path}: ${topic.title}/${lane.partition}`),
    );
  });
  expect(found).toEqual([]);
});
