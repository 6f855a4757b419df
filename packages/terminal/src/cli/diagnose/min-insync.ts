import { type Cluster, labSettings } from '@proving/cluster';
import { type Finding, good, missing, note } from './finding.ts';

/**
 * The `min.insync.replicas` that a topic gets when it names none. With eligible leader replicas the controller's file decides,
 * not the brokers' (KIP-966), so only a fresh topic tells the truth.
 */
export async function judgeMinInsync(cluster: Cluster): Promise<Finding> {
  const about = 'min in sync';
  if (!cluster.powers.has('cli')) return note(about, "not looked at: this driver cannot run Kafka's own tools");
  const { run } = await cluster.use('cli');
  const topic = `${cluster.prefix}diagnose-${process.pid}`;
  const made = await run('kafka-topics', ['--create', '--topic', topic, '--partitions', '1', '--replication-factor', '3']);
  if (made.exit !== 0)
    return missing(
      about,
      `no topic could be made: ${(made.err || made.out).trim().split('\n')[0]}`,
      'a cluster that works',
      'pnpm cluster reset',
    );
  try {
    const { out } = await run('kafka-configs', ['--describe', '--all', '--entity-type', 'topics', '--entity-name', topic]);
    const effective = /min\.insync\.replicas=(\d+)/.exec(out)?.[1];
    const expected = labSettings.find(({ name }) => name === 'min.insync.replicas')?.labValue ?? '2';
    const found = `a fresh topic has min.insync.replicas=${effective ?? 'unknown'}`;
    if (cluster.driver === 'external') return note(about, found);
    return effective === expected ? good(about, found) : missing(about, found, expected, 'pnpm cluster reset');
  } finally {
    await run('kafka-topics', ['--delete', '--topic', topic]);
  }
}
