import type { Kafka, Producer } from 'kafkajs';

/**
 * The producer of one task, under a transactional id that names the work and not the process. Its first, empty transaction ends
 * what a dead predecessor left open (lesson 10), so that changelog and position are settled when it returns.
 */
export async function taskProducer(kafka: Kafka, transactionalId: string): Promise<Producer> {
  const producer = kafka.producer({
    transactionalId,
    idempotent: true,
    maxInFlightRequests: 1,
    retry: { initialRetryTime: 50, retries: 10 },
  });
  await producer.connect();
  const takeover = await producer.transaction();
  await takeover.abort();
  return producer;
}
