import { child } from '@proving/lab/child';

interface Given {
  readonly payments: string;
  readonly group: string;
  readonly client: 'kafkajs' | '@platformatic/kafka';
  /** The payment that is never done: its process is killed over it. */
  readonly jamsAt: string;
}

// The same handler under two clients, each with its auto-commit on. Both wait for the handler.
const { args, kafka, platformatic, say } = child<Given>();
const { payments: topic, group: groupId, client, jamsAt } = args;

async function handle(payment: string): Promise<void> {
  if (payment === jamsAt) {
    say('jammed');
    await new Promise(() => undefined);
  }
  say(payment);
}

if (client === 'kafkajs') {
  // #region kafkajs
  const consumer = kafka.consumer({ groupId, sessionTimeout: 2_500, heartbeatInterval: 100 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    autoCommit: true,
    eachMessage: ({ message }) => handle(`${message.value}`),
  });
  // #endregion
} else {
  const door = await platformatic();
  // #region platformatic
  const consumer = door.consumer({ groupId, sessionTimeout: 2_500, heartbeatInterval: 100 });
  const stream = await consumer.consume({
    topics: [topic],
    mode: 'committed',
    fallbackMode: 'earliest',
    autocommit: true,
  });
  stream.on('autocommit', () => say('committed'));
  for await (const message of stream) await handle(`${message.value}`);
  // #endregion
}
