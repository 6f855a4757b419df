import type { RunEvent } from '@proving/spec';
import { expect, it } from 'vitest';
import { recordedKafka } from '../src/kafkajs/kafka.ts';
import { Recorder } from '../src/recorder.ts';

const nowhere = ['127.0.0.1:1'];

it('calls a consumer after its own client id, else after its group', async () => {
  const events: RunEvent[] = [];
  const recorder = new Recorder((event) => events.push(event));
  recorder.groupTitles.set('packing-1a2b', 'packing');
  for (const own of [{}, {}, { clientId: 'packer 1' }, { clientId: 'packer 1' }]) {
    const kafka = recordedKafka(nowhere, null, recorder, () => undefined, '', { ...own, retry: { retries: 0 } });
    const consumer = kafka.consumer({ groupId: 'packing-1a2b', retry: { retries: 0 } });
    // It finds no broker and says so, under its name.
    await consumer.run({ eachMessage: async () => undefined }).catch(() => undefined);
    await consumer.disconnect();
  }
  const named = new Set(events.map((event) => 'client' in event && event.client));
  expect([...named]).toEqual(['packing', 'packing 2', 'packer 1', 'packer 1 2']);
});
