import type { RunEvent } from '@proving/spec';
import { expect, it } from 'vitest';
import { isUnseen, type Lanes, lanes, laneWindow, lensInSentences, transcript, views } from '../src/index.ts';
import { writtenElsewhere as run } from './written-elsewhere.ts';

const said = (events: number) => lensInSentences('lanes', views.of(run.slice(0, events)), 0);
const unseen = (model: Lanes) =>
  model.topics.flatMap((topic) =>
    topic.lanes.filter((lane) => isUnseen(model, topic, lane)).map(({ partition }) => `${topic.title}/${partition}`),
  );

it('a lane that nobody has looked at is not called empty', () => {
  expect(said(2)).toEqual(['counts, partition 0: 0 records.', 'counts, partition 1: 0 records.']);
  expect(said(3)).toEqual(['counts, partition 0: records that nobody has looked at yet.', 'counts, partition 1: 0 records.']);
  expect(said(4)).toEqual(['counts, partition 0: 3 records, writer not recorded.', 'counts, partition 1: 0 records.']);
  // Who has read a record is known then, who wrote it is not.
  expect(said(5)[0]).toBe('counts, partition 0: 3 records, read 1, writer of 2 not recorded.');
});

it('a send without an answer may be what the log holds', () => {
  const send: RunEvent = { type: 'client.send', t: 800, id: 1, client: 'shop', topic: 'counts-7f3a', acks: -1, records: [] };
  const [created, before, after] = run;
  if (!created || !before || !after) throw new Error('the run is shorter than it was');
  expect(unseen(lanes.of([created, before, send, after]))).toEqual([]);
  expect(unseen(lanes.of([created, before, after]))).toEqual(['counts/0']);
});

it('what was found is a line of its own, under the title of its topic', () => {
  expect(transcript(run.slice(0, 4))).toContainEqual(expect.stringContaining('counts holds 3 records, writer not recorded'));
});

it('an answer that comes after a look says who wrote the record, and counts it once', () => {
  const late: readonly RunEvent[] = [
    ...run,
    {
      ...{ type: 'client.send', t: 1310, id: 1, client: 'shop', topic: 'counts-7f3a', acks: -1 },
      records: [{ partition: 0, key: 'ada', value: '2' }],
    },
    { type: 'client.ack', t: 1320, id: 1, client: 'shop', topic: 'counts-7f3a', placed: [{ partition: 0, offset: 1 }] },
  ];
  const lane = lanes.of(late).topics[0]?.lanes[0];
  expect([lane?.count, lane?.records.map(({ by }) => by)]).toEqual([3, [null, 'shop', null]]);
});

it('more than a lane keeps is counted, and what was counted is not counted again', () => {
  const [created] = run;
  if (!created) throw new Error('the run is shorter than it was');
  const records = Array.from({ length: laneWindow }, (_, i) => ({ offset: 100 + i, key: null, value: null }));
  const found = { type: 'records.found', t: 20, topic: 'counts-7f3a', title: 'counts' } as const;
  const whole = lanes.of([created, { ...found, partitions: [{ partition: 0, records, more: 100 }] }]);
  expect(whole.topics[0]?.lanes[0]).toMatchObject({ count: laneWindow + 100 });
  const again = { type: 'client.deliver', t: 30, client: 'reader', topic: 'counts-7f3a', partition: 0, offset: 50 } as const;
  expect(lanes.step(whole, { ...again, key: null, value: null }).topics[0]?.lanes[0]?.count).toBe(laneWindow + 100);
});
