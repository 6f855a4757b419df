import type { Lab, Program, Topic } from '@proving/lab';
import { folded } from '@proving/lesson-17/streams';
import type { Json } from '@proving/spec';

const aYear = `${365 * 86_400_000}`;
const asWritten = { 'cleanup.policy': 'compact', 'min.compaction.lag.ms': aYear };
/** Of the changelog. Its segments last a week, so an older record is in a closed one when the next comes. */
export const settings = {
  'as written': asWritten,
  compacted: { 'cleanup.policy': 'compact', 'min.cleanable.dirty.ratio': '0.01' },
  'deleted by age': { 'cleanup.policy': 'delete' },
  'not read': asWritten,
};

/** Changes that are in the changelog when cleaner and retention check have done what they may. */
export async function changesLeft(lab: Lab, changelog: Topic, state: keyof typeof settings) {
  const wanted = { 'as written': 3, compacted: 2, 'deleted by age': 0, 'not read': 3 }[state];
  const count = async () => (await lab.readAll(changelog)).length;
  await lab.eventually(`${wanted} changes are left`, async () => (await count()) === wanted);
  return count();
}

interface Asked {
  readonly restores?: boolean;
  readonly standby?: boolean;
  readonly acts?: Json;
  readonly standsAt?: readonly string[];
}

/** Topics and names of one counter with a task for each partition, and its processes. */
export async function counters(
  lab: Lab,
  changelogSettings: Record<string, string> = asWritten,
  partitions = 1,
) {
  const config = { 'retention.ms': '-1' };
  const [orders, counts, changelog] = await Promise.all([
    lab.topic({ partitions, config }),
    lab.topic({ title: 'counts', partitions, config }),
    lab.topic({
      title: 'counts-changelog',
      partitions,
      config: changelogSettings,
    }),
  ]);
  const given = {
    from: orders.name,
    to: counts.name,
    changelog: changelog.name,
    group: lab.group('counter'),
    transactionalId: lab.transactionalId('counter'),
    restores: true,
    standby: false,
    acts: null,
    standsAt: [],
  };
  /** A counter that is ready; it begins when it is told to. */
  const start = async (asked: Asked = {}) => {
    const counter = await lab.process('./programs/counter.ts', {
      ...given,
      copying: Array.from({ length: partitions }, () => lab.group('copy')),
      ...asked,
    });
    // Several are started at once; how long Node takes to load a program says nothing about Kafka.
    await counter.says((word) => word === 'ready', { giveUpAfter: '60s' });
    return counter;
  };
  const producer = await lab.connect(lab.kafka.producer());
  /** An order of each of these customers, in one send. */
  const order = (customers: readonly string[], { daysAgo = 0 } = {}) =>
    producer.send({
      topic: orders.name,
      messages: customers.map((key) => ({
        key,
        value: 'a pen',
        timestamp: `${Date.now() - daysAgo * 86_400_000}`,
      })),
    });
  return { orders, counts, changelog, start, order };
}

/** Waits until a counter has committed this position; says how many changes it had read before. */
export async function reaches(counter: Program, offset: number): Promise<number> {
  const word = await counter.says(
    (said) => (said as { offset?: number } | null)?.offset === offset,
  );
  return (word as { read: number }).read;
}

/** Waits until a standby has copied so many changes. */
export async function hasCopied(standby: Program, changes: number): Promise<void> {
  await standby.says((said) => (said as { copied?: number } | null)?.copied === changes);
}

/** `ada 1, bob 1, ada 2`: what a reader of committed records finds, in order, when there are so many. */
export async function committed(lab: Lab, topic: Topic, many: number): Promise<string> {
  const records = await lab.eventually(`${many} records are committed`, async () => {
    const found = await lab.readAll(topic, { isolation: 'read_committed' });
    return found.length >= many && found;
  });
  return records.map(({ key, value }) => `${key} ${value}`).join(', ');
}

/** What Kafka Streams has written into the changelog of its counts, which it makes by itself; numbers are eight bytes there. */
export async function changesOfStreams(lab: Lab, application: string): Promise<string> {
  const admin = await lab.connect(lab.kafka.admin());
  const name = `${application}-counts-changelog`;
  if (!(await admin.listTopics()).includes(name)) return 'none';
  const changes = await lab.readAll(await lab.existing(name));
  // Bytes that are no text are read as hexadecimal digits: `0x0000000000000002`.
  return changes.map(({ key, value }) => `${key} ${Number(value)}`).join(', ');
}

/** The last count of each customer that a reader of committed records finds, when `end` has one. */
export async function lastOf(lab: Lab, counts: Topic): Promise<Record<string, number>> {
  const table = await lab.eventually('the last order is counted', async () => {
    const found = folded(await lab.readAll(counts, { isolation: 'read_committed' }));
    return found.has('end') && found;
  });
  return {
    ada: Number(table.get('ada')),
    bob: Number(table.get('bob')),
    cy: Number(table.get('cy')),
  };
}
