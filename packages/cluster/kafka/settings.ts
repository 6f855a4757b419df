/**
 * The broker settings of the lab. Everything that starts a broker reads this table, and the site shows it: a learner who takes
 * a number home must know which production default it replaced.
 *
 * Brokers and controllers get the same lines. With eligible leader replicas on (default since 4.1, KIP-966) the first active
 * controller writes its own file's `min.insync.replicas` into the metadata and the brokers' lines no longer count; group and
 * topic settings are validated against the controller's file as well.
 *
 * `notes/lab-and-production.md` sets each line beside what production wants; a rule of the house compares the two.
 */
export const labSettings: readonly LabSetting[] = [
  // Durability: what a careful production cluster sets as well.
  lab('default.replication.factor', '1', '3', 'three brokers hold every partition, as production has it'),
  lab('min.insync.replicas', '1', '2', 'acks=all means two logs at least; the controller’s line is the one that counts'),

  // Internal topics: fewer partitions, so that a cold start makes 9 of them and not 150.
  lab('offsets.topic.num.partitions', '50', '3', 'the first group makes this topic; 50 partitions take seconds on a laptop'),
  lab('transaction.state.log.num.partitions', '50', '3', 'the first transaction makes this topic'),
  lab('share.coordinator.state.topic.num.partitions', '50', '3', 'the first share group makes this topic'),

  // Failure detection: seconds a learner waits.
  lab('broker.session.timeout.ms', '9000', '2000', 'a killed broker is fenced after 2 s; counts on the controller'),
  lab('broker.heartbeat.interval.ms', '2000', '200', 'ten heartbeats fit into the session'),
  lab(
    'replica.fetch.wait.max.ms',
    '500',
    '200',
    'a frozen follower has no fetch left at its leader after 0.2 s, so what it misses is exact',
  ),
  lab(
    'replica.fetch.backoff.ms',
    '1000',
    '100',
    'a follower that asked before a new leader was ready asks again after 0.1 s; else the first acks=all waits a second',
  ),
  lab('replica.lag.time.max.ms', '30000', '4000', 'a follower that stops fetching leaves the in-sync replicas after 4 s'),

  // Groups: short waits, and permission to ask for short sessions.
  lab('group.initial.rebalance.delay.ms', '3000', '0', 'the first member of a group need not wait for a second one'),
  lab('group.min.session.timeout.ms', '6000', '500', 'lets a classic consumer ask for a session short enough to watch it end'),
  lab('group.consumer.min.session.timeout.ms', '45000', '500', 'the same for the consumer protocol (KIP-848), by group setting'),
  lab('group.consumer.session.timeout.ms', '45000', '6000', 'a dead member of the consumer protocol is gone after 6 s'),
  lab('group.consumer.min.heartbeat.interval.ms', '5000', '100', 'lets a group setting ask for fast heartbeats'),
  lab('group.consumer.heartbeat.interval.ms', '5000', '500', 'assignments travel in heartbeats: a change arrives in half a second'),
  lab('group.share.min.session.timeout.ms', '45000', '500', 'the same for share groups (KIP-932)'),
  lab('group.share.session.timeout.ms', '45000', '6000', 'a dead share consumer is gone after 6 s'),
  lab('group.share.min.heartbeat.interval.ms', '5000', '100', 'the same for share groups'),
  lab('group.share.heartbeat.interval.ms', '5000', '500', 'a share member gets its partitions with its second heartbeat'),
  lab(
    'group.share.min.record.lock.duration.ms',
    '15000',
    '1000',
    'lets a group setting ask for a lock that expires within the lesson',
  ),

  // Reads from a follower: `broker.rack` of broker N is `rack-N`, in every driver that starts brokers.
  lab(
    'replica.selector.class',
    'none: the leader serves',
    'org.apache.kafka.common.replica.RackAwareReplicaSelector',
    'a consumer that names its rack may read there (KIP-392); the others notice nothing',
  ),

  // Transactions.
  lab(
    'transaction.abort.timed.out.transaction.cleanup.interval.ms',
    '10000',
    '500',
    'an abandoned transaction is aborted soon after its time-out',
  ),
  lab(
    'transaction.max.timeout.ms',
    '900000',
    '2073600000',
    'the incident of part II leaves a transaction open until you repair it: up to 24 days, not 15 minutes',
  ),

  // The log: retention, compaction and deletion within the lesson.
  lab('log.initial.task.delay.ms', '30000', '500', 'retention and compaction begin half a second after the start'),
  lab('log.retention.check.interval.ms', '300000', '1000', 'retention is looked at every second'),
  lab('log.cleaner.backoff.ms', '15000', '500', 'the cleaner looks for work twice a second'),
  lab('log.segment.delete.delay.ms', '60000', '1000', 'a deleted segment leaves the disk after a second'),
  lab('log.cleaner.dedupe.buffer.size', '134217728', '4194304', 'the cleaner’s map fits a small heap'),
];

/** Left as Kafka has them on purpose, because lessons need the trap or teach the number. */
export const keptSettings: readonly KeptSetting[] = [
  { name: 'auto.create.topics.enable', value: 'true' },
  { name: 'num.partitions', value: '1' },
  { name: 'unclean.leader.election.enable', value: 'false' },
  { name: 'log.flush.interval.messages', value: '9223372036854775807' },
  { name: 'leader.imbalance.check.interval.seconds', value: '300' },
  { name: 'offsets.retention.minutes', value: '10080' },
  { name: 'log.retention.hours', value: '168' },
  { name: 'message.max.bytes', value: '1048588' },
  { name: 'log.message.timestamp.after.max.ms', value: '3600000' },
  { name: 'transactional.id.expiration.ms', value: '604800000' },
];

export interface KeptSetting {
  readonly name: string;
  /** Kafka's default, and so the lab's. */
  readonly value: string;
}

export interface LabSetting {
  /** Kafka's name of it. */
  readonly name: string;
  /** What a broker of the pinned version uses when nobody sets it. */
  readonly productionDefault: string;
  readonly labValue: string;
  /** What the lab gains by it. */
  readonly why: string;
  readonly givenTo: 'both' | 'controller' | 'broker';
}

/** The lines that a process of that role gets, by Kafka's names. */
export function settingsFor(role: 'controller' | 'broker'): Readonly<Record<string, string>> {
  return Object.fromEntries(
    labSettings.filter(({ givenTo }) => givenTo === 'both' || givenTo === role).map(({ name, labValue }) => [name, labValue]),
  );
}

function lab(
  name: string,
  productionDefault: string,
  labValue: string,
  why: string,
  givenTo: LabSetting['givenTo'] = 'both',
): LabSetting {
  return { name, productionDefault, labValue, why, givenTo };
}
