import type { Lab } from '@proving/lab';

interface IdempotentProducer {
  send(value: string): Promise<unknown>;
}

/** An idempotent producer of either library; it waits two seconds for an answer and gives up after one or two retries. */
export const idempotent = {
  async kafkajs(lab: Lab, topic: string): Promise<IdempotentProducer> {
    const kafka = lab.kafkaWith({ brokers: [...lab.cluster.proxied], requestTimeout: 2_000 });
    const retry = { retries: 1, initialRetryTime: 100 };
    const producer = await lab.connect(kafka.producer({ idempotent: true, retry }));
    return { send: (value) => producer.send({ topic, messages: [{ value }] }) };
  },

  async '@platformatic/kafka'(lab: Lab, topic: string): Promise<IdempotentProducer> {
    const bootstrapBrokers = [...lab.cluster.proxied];
    const patience = { requestTimeout: 2_000, retries: 2, retryDelay: 100 };
    const producer = lab.platformatic.producer({
      bootstrapBrokers,
      idempotent: true,
      ...patience,
    });
    return { send: (value) => producer.send({ messages: [{ topic, value }] }) };
  },
};
