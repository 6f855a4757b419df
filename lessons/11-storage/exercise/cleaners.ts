import type { Lab, Topic } from '@proving/lab';

const day = 24 * 3_600_000;

/**
 * Waits until the cleaner of every broker has come by, and has had a reason to look for another log when it was done: on each
 * broker a topic of our own gets outdated records in closed segments, twice, and is cleaned of them. A cleaner takes the log
 * with the largest share of uncleaned bytes first and goes on, without a pause, while there is another one.
 */
export async function cleanersPass(lab: Lab): Promise<void> {
  const config = {
    'cleanup.policy': 'compact',
    'segment.ms': '3600000',
    'min.cleanable.dirty.ratio': '0.01',
  };
  const assignment = lab.cluster.brokers.map((broker) => [broker]);
  const clock = await lab.topic({ title: 'clock', assignment, config });
  const producer = await lab.connect(lab.kafka.producer());
  for (const round of [20, 10]) {
    for (const ago of [3, 2, 1, 0]) {
      const timestamp = String(Date.now() - (round + ago) * day);
      const messages = assignment.map((_, partition) => ({
        partition,
        key: 'hand',
        value: `${ago}`,
        timestamp,
      }));
      await producer.send({ topic: clock.name, messages });
    }
    // One record is left below each active segment, which holds another.
    const left = 2 * assignment.length;
    const cleaned = async () => (await lab.readAll(clock)).length === left;
    await lab.eventually('the cleaners have been by', cleaned, { giveUpAfter: '20s' });
  }
}

/** Other customers move, one in each partition: the traffic that a log needs to close a segment. */
export async function othersMove(lab: Lab, topic: Topic, at: number): Promise<void> {
  const producer = await lab.connect(lab.kafka.producer());
  const messages = (await topic.snapshot()).map(({ partition }) => ({
    partition,
    key: `newcomer ${partition}`,
    value: 'Hill Lane 3',
    timestamp: String(at),
  }));
  await producer.send({ topic: topic.name, messages });
}
