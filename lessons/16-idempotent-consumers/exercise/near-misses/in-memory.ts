import type { Kafka } from 'kafkajs';
import pg from 'pg';

interface Charging {
  readonly kafka: Kafka;
  /** The topic with the payments. */
  readonly topic: string;
  readonly group: string;
  /** The address of the database. */
  readonly database: string;
}

// Remembers ids in memory: the process takes them along when it dies.
export default async function charger({ kafka, topic, group, database }: Charging) {
  const db = new pg.Client({ connectionString: database });
  await db.connect();
  const seen = new Set<string>();

  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });

  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const id = `${message.headers?.['id']}`;
      const charge = [id, `${message.key}`, Number(`${message.value}`)];
      if (!seen.has(id)) await db.query('insert into charges values ($1, $2, $3)', charge);
      seen.add(id);

      const offset = `${Number(message.offset) + 1}`;
      await consumer.commitOffsets([{ topic, partition, offset }]);
    },
  });
}
