import assert from 'node:assert/strict';
import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { advertise, containerOf, hasStarted, inside } from './broker.ts';
import { type Packer, packUntil } from './packer.ts';
import { verdicts } from './verdict.ts';

// A broker for this test alone. Clients are told its address by itself: in one arm the port
// that is published on this machine, in the other the one that it listens on inside.
export default experiment(lesson, 'a-container-must-name-its-port-outside', {
  arms: { treatment: { advertises: 'outside' }, control: { advertises: 'inside' } },

  async run({ advertises }, lab) {
    lab.step('a broker of this test starts in a container');
    await using container = await containerOf(await lab.engine());
    const outside = container.getMappedPort(inside);
    await advertise(container, advertises === 'outside' ? outside : inside);
    await hasStarted(container);
    const kafka = lab.kafkaWith({ brokers: [`127.0.0.1:${outside}`], retry: { retries: 2 } });
    const admin = await lab.connect(kafka.admin());
    const producer = await lab.connect(kafka.producer());

    const test = async (packer: Packer) => {
      const topic = `orders-${packer.toLowerCase()}`;
      const messages = numbered(1, 3).map((value) => ({ value }));
      await assert.doesNotReject(admin.createTopics({ topics: [{ topic }] }));
      await assert.doesNotReject(producer.send({ topic, messages }));
      const shipped: string[] = [];
      const ship = async (order: string) => void shipped.push(order);
      await packUntil(lab, 3, packer, { kafka, topic, group: packer, ship });
      assert.deepEqual(shipped, numbered(1, 3));
    };
    return await verdicts(lab, test, 'shipsNothing');
  },

  expect: {
    treatment: { right: 'passes', broken: 'fails' },
    control: { right: 'fails', broken: 'fails' },
  },
});
