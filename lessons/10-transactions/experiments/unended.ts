import type { Lab } from '@proving/lab';
import type { BrokerId } from '@proving/spec';
import { bystander } from './coordinators.ts';

/** A producer of transactions, a broker that it can do without, and a topic that takes nothing while that broker is away. */
export async function unended(lab: Lab) {
  const [transactionalId, group] = [lab.transactionalId('packing'), lab.group('packing')];
  // It goes on asking for as long as a broker needs to come back.
  const kafka = lab.kafkaWith({
    clientId: 'packer',
    retry: { retries: 100, maxRetryTime: 500 },
  });
  const own = { transactionalId, idempotent: true, maxInFlightRequests: 1 };
  const producer = await lab.connect(kafka.producer(own));
  const asked = { times: 0 };
  producer.on(producer.events.REQUEST, ({ payload: { apiName } }) => {
    if (apiName === 'AddPartitionsToTxn' || apiName === 'AddOffsetsToTxn') asked.times += 1;
  });
  await (await producer.transaction()).abort();
  const broker = await bystander(lab, transactionalId, group);
  const leader = lab.cluster.brokers.find((other) => other !== broker) as BrokerId;
  const labels = await lab.topic({
    title: 'labels',
    assignment: [[leader, broker]],
    minInsync: 2,
  });
  return { producer, group, broker, labels, asked };
}
