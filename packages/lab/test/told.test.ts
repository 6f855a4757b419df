import { foundAtMost, type RunEvent } from '@proving/spec';
import { expect, it } from 'vitest';
import { Recorder } from '../src/recorder.ts';
import { Relay } from '../src/relay.ts';

const counts = { name: 'counts-7f3a', title: 'counts' };
const record = (offset: number, value: string, partition = 0) => ({ partition, offset, key: 'ada', value, timestamp: 0 });
const sent = (id: number, value: string, client = 'shop') => {
  const records = [{ partition: null, key: 'ada', value }];
  return { type: 'client.send', id, client, topic: counts.name, acks: -1, records } as const;
};

function listening() {
  const events: RunEvent[] = [];
  const recorder = new Recorder((event) => events.push(event));
  const found = () => events.flatMap((event) => (event.type === 'records.found' ? event.partitions : []));
  return { recorder, found, events };
}

it('tells once of what nobody has told of, by partition and offset, the null of a tombstone included', () => {
  const { recorder, found, events } = listening();
  const log = [record(3, '2', 1), record(0, '1'), { ...record(1, ''), value: null }, record(2, '1', 1)];
  recorder.found(counts, log);
  recorder.found(counts, log);
  expect(events.map(({ type }) => type)).toEqual(['records.found']);
  expect(events[0]).toMatchObject({ topic: 'counts-7f3a', title: 'counts' });
  expect(found()).toEqual([
    {
      partition: 1,
      records: [
        { offset: 2, key: 'ada', value: '1' },
        { offset: 3, key: 'ada', value: '2' },
      ],
      more: 0,
    },
    {
      partition: 0,
      records: [
        { offset: 0, key: 'ada', value: '1' },
        { offset: 1, key: 'ada', value: null },
      ],
      more: 0,
    },
  ]);
});

it('is silent about what a client has sent or read', () => {
  const { recorder, found } = listening();
  recorder.tell(sent(1, '1'));
  recorder.tell({ type: 'client.ack', id: 1, client: 'shop', topic: counts.name, placed: [{ partition: 0, offset: 0 }] });
  const at = { topic: counts.name, partition: 0, offset: 1, key: 'ada', value: '2' };
  recorder.tell({ type: 'client.deliver', client: 'reader', ...at });
  recorder.found(counts, [record(0, '1'), record(1, '2')]);
  expect(found()).toEqual([]);
  // The same offsets of another topic are other records.
  recorder.found({ name: 'counts-by-streams-7f3a', title: 'counts-by-streams' }, [record(0, '1'), record(1, '2')]);
  expect(found()).toMatchObject([{ partition: 0, records: [{ offset: 0 }, { offset: 1 }] }]);
});

it('waits for the answer to a send, and no longer when there will be none', () => {
  const { recorder, found } = listening();
  const relay = new Relay('counter', recorder);
  relay.hear({ relayed: { event: { t: 0, ...sent(1, '1', 'producer') } } });
  recorder.tell(sent(2, '2'));
  const log = [record(0, '1'), record(1, '2'), record(2, '3')];
  recorder.found(counts, log);
  expect(found().flatMap(({ records }) => records.map(({ value }) => value))).toEqual(['3']);
  relay.killed();
  const error = { name: 'KafkaJSRequestTimeoutError', code: null, message: '', retriable: true };
  recorder.tell({ type: 'client.error', id: 2, client: 'shop', call: 'send', error });
  recorder.found(counts, log);
  expect(found().flatMap(({ records }) => records.map(({ value }) => value))).toEqual(['3', '1', '2']);
});

it('counts what is too much for a trace', () => {
  const { recorder, found } = listening();
  recorder.found(
    counts,
    Array.from({ length: foundAtMost + 5 }, (_, i) => record(i, `${i}`)),
  );
  const [partition] = found();
  expect([partition?.records.length, partition?.records[0]?.offset, partition?.more]).toEqual([foundAtMost, 5, 5]);
});
