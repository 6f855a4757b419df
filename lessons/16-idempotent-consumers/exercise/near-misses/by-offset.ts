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

// The right transaction, and the wrong key: the place of the record.
export default async function charger({ kafka, topic, group, database }: Charging) {
  const db = new pg.Client({ connectionString: database });
  await db.connect();
  await db.query('create table if not exists seen (id text primary key)');

  const consumer = kafka.consumer({ groupId: group });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });

  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const id = `${message.headers?.['id']}`;
      const charge = [id, `${message.key}`, Number(`${message.value}`)];
      const offset = `${Number(message.offset) + 1}`;

      await db.query('begin');
      const seen = 'insert into seen values ($1) on conflict do nothing';
      const place = `${topic}-${partition}-${message.offset}`;
      const { rowCount } = await db.query(seen, [place]);
      if (rowCount === 1) await db.query('insert into charges values ($1, $2, $3)', charge);
      await db.query('commit');
      await consumer.commitOffsets([{ topic, partition, offset }]);
    },
  });
}
