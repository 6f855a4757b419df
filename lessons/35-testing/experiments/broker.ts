import type { Engine } from '@proving/lab';
import { GenericContainer, type StartedTestContainer, Wait } from 'testcontainers';

/** The port that the broker listens on within its container. */
export const inside = 39_092;

// #region settings
const settings = {
  KAFKA_NODE_ID: '1',
  KAFKA_PROCESS_ROLES: 'broker,controller',
  KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
  KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
  KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
  KAFKA_LISTENERS: `PLAINTEXT://:${inside},CONTROLLER://:9093`,
  KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
  KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
};
// #endregion

/** For a broker that lives for seconds: little memory, and no time spent on making it fast. */
const small = {
  KAFKA_HEAP_OPTS: '-Xms256m -Xmx256m',
  KAFKA_JVM_PERFORMANCE_OPTS: '-XX:+UseSerialGC -XX:TieredStopAtLevel=1',
  KAFKA_LOG_CLEANER_DEDUPE_BUFFER_SIZE: '4194304',
  KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS: '1',
};

// #region start
/** Its port outside is known when the container runs, and not before. So it waits. */
export async function containerOf({
  image,
  network,
  labels,
}: Engine): Promise<StartedTestContainer> {
  const waits = 'echo waiting; until [ -f /tmp/address ]; do sleep 0.1; done; . /tmp/address';
  return new GenericContainer(image)
    .withNetworkMode(network)
    .withLabels(labels)
    .withExposedPorts(inside)
    .withEnvironment({ ...settings, ...small })
    .withCommand(['bash', '-c', `${waits}; exec /etc/kafka/docker/run`])
    .withWaitStrategy(Wait.forLogMessage('waiting'))
    .start();
}

/** Tells the broker in it what to tell its clients. It begins with that. */
export const advertise = (container: StartedTestContainer, port: number) => {
  const content = `export KAFKA_ADVERTISED_LISTENERS=PLAINTEXT://127.0.0.1:${port}`;
  return container.copyContentToContainer([{ content, target: '/tmp/address' }]);
};
// #endregion

/** By its own words. A port that takes connections says less: the engine opens it before Kafka does. */
export async function hasStarted(container: StartedTestContainer): Promise<void> {
  let said = '';
  for await (const some of await container.logs()) {
    said += some;
    if (said.includes('Kafka Server started')) return;
  }
  throw new Error(`the broker ended: ${said.trim().split('\n').at(-1)}`);
}
