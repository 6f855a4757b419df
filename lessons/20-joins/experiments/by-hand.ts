import type { Lab, Topic } from '@proving/lab';
import { type Join, type Pair, run } from '../joins/index.ts';

/** What a join has been given, and where it writes. */
export interface Joining {
  readonly left: Topic;
  readonly right: Topic;
  readonly to: Topic;
  readonly join: (partition: number) => Join;
}

/** Begins to join two topics, from their beginning. @returns how many records of both it has processed by now */
export async function joinByHand(
  lab: Lab,
  { left, right, to, join }: Joining,
): Promise<() => number> {
  const groupId = lab.group('joining');
  const consumer = await lab.connect(lab.kafka.consumer({ groupId, maxWaitTimeInMs: 100 }));
  const producer = await lab.connect(lab.kafka.producer());
  const admin = await lab.connect(lab.kafka.admin());
  let processed = 0;
  await run({
    consumer,
    admin,
    left: left.name,
    right: right.name,
    join,
    async worked(pairs) {
      const messages = pairs.map(told);
      if (messages.length > 0) await producer.send({ topic: to.name, messages });
      processed += 1;
    },
  });
  return () => processed;
}

/** `pen to Oslo`; `pen to ?` where there was no address. */
const told = ({ key, left, right, time }: Pair) => ({
  key,
  value: `${left} to ${right ?? '?'}`,
  timestamp: `${time}`,
});
