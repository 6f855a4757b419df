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

// Charges, then commits its position. After a kill in between, a payment is charged twice.
export default async function charger({ kafka, topic, group, database }: Charging) {
  const db = new pg.Client({ connectionString: database });
  await db.connect();

  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });

  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const charge = [
        `${message.headers?.['id']}`,
        `${message.key}`,
        Number(`${message.value}`),
      ];
      await db.query('insert into charges values ($1, $2, $3)', charge);

      const offset = `${Number(message.offset) + 1}`;
      await consumer.commitOffsets([{ topic, partition, offset }]);
    },
  });
}
