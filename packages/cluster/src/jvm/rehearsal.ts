import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { settingsFor } from '../../kafka/settings.ts';
import type { Progress } from '../driver.ts';
import { signal } from '../processes.ts';
import { kafkaVersion } from '../version.ts';
import { repeat, waitFor } from '../wait.ts';
import { Plain } from '../words.ts';
import type { KafkaFiles } from './files.ts';
import { javaArguments, javaEnvironment } from './java.ts';
import type { Jdk } from './jdk.ts';
import { launch } from './launch.ts';
import { readRecord } from './member-state.ts';
import { properties } from './node-config.ts';
import { type BrokerPorts, type ControllerPorts, choosePorts } from './ports.ts';
import { sightOf } from './wire.ts';

/**
 * Runs one node that is broker and controller at once, in a folder that is thrown away, for what it leaves behind: the
 * checkpoint that Kafka's own formatter writes, and an archive of the classes that a node loads. About 6 s.
 */
export async function rehearse(kafka: KafkaFiles, jdk: Jdk, archive: string, tell: (progress: Progress) => void): Promise<void> {
  const doing = `Preparing Kafka ${kafkaVersion} for Java ${jdk.version}, once`;
  using _ = repeat(() => tell({ doing }), '1.5s');
  const folder = join(kafka.kafka, 'rehearsal');
  clear(folder);
  mkdirSync(folder, { recursive: true });
  try {
    const ports = await choosePorts([
      { id: 1, role: 'broker' },
      { id: 100, role: 'controller' },
    ]);
    const { client } = ports.get(1) as BrokerPorts;
    const { controller } = ports.get(100) as ControllerPorts;
    writeFileSync(join(folder, 'server.properties'), alone(join(folder, 'data'), client, controller));
    await format(kafka, jdk, folder);
    await play(kafka, jdk, folder, client);
    if (existsSync(join(folder, 'archive.jsa'))) renameSync(join(folder, 'archive.jsa'), archive);
  } finally {
    clear(folder);
  }
}

/** Also after a rehearsal that was killed: its node may still run. */
function clear(folder: string): void {
  const leftover = readRecord(join(folder, 'node.pid'));
  if (leftover) signal(leftover, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

async function format(kafka: KafkaFiles, jdk: Jdk, folder: string): Promise<void> {
  const args = ['format', '--cluster-id', 'rehearsalrehearsalre00', '--config', join(folder, 'server.properties')];
  const jvm = { kafka, heapMB: 256, archive: null, logging: kafka.toolLogging, main: 'kafka.tools.StorageTool', args };
  try {
    await promisify(execFile)(jdk.java, [...javaArguments(jvm)], { cwd: folder, env: javaEnvironment() });
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim().split('\n').at(-1) ?? String(cause);
    throw new Plain('format-failed', `Java ${jdk.version} in ${jdk.home} could not run Kafka.`, {
      saw: said,
      fix: 'install another JDK 17 or newer and set JAVA_HOME to it',
      cause,
    });
  }
  const draft = `${kafka.checkpoint}.${process.pid}.new`;
  copyFileSync(join(folder, 'data', 'bootstrap.checkpoint'), draft);
  renameSync(draft, kafka.checkpoint);
}

async function play(kafka: KafkaFiles, jdk: Jdk, folder: string, client: number): Promise<void> {
  const jvm = javaArguments({
    kafka,
    heapMB: 256,
    archive: null,
    logging: kafka.serverLogging,
    log: join(folder, 'node.log'),
    main: 'kafka.Kafka',
    args: [join(folder, 'server.properties')],
  });
  const args = [`-XX:ArchiveClassesAtExit=${join(folder, 'archive.jsa')}`, ...jvm];
  const node = await launch(jdk.java, args, { record: join(folder, 'node.pid'), out: join(folder, 'node.out'), cwd: folder });
  try {
    await waitFor('a node to answer', async () => node.ended() !== null || (await sightOf(client))?.brokers.length === 1, {
      within: '60s',
    });
    if (node.ended() === null) await exercise(client);
  } finally {
    signal(node.process, 'SIGTERM');
  }
  await waitFor('a node to end', () => node.ended() !== null, { within: '60s' });
}

/** One topic and one record, so that the classes behind them are in the archive as well. */
async function exercise(port: number): Promise<void> {
  const { Admin, Producer } = await import('@platformatic/kafka');
  const client = { clientId: 'rehearsal', bootstrapBrokers: [`127.0.0.1:${port}`] };
  const admin = new Admin(client);
  const producer = new Producer(client);
  try {
    await admin.createTopics({ topics: ['rehearsal'], partitions: 1, replicas: 1 });
    await producer.send({ messages: [{ topic: 'rehearsal', value: Buffer.from('1') }], acks: -1 });
  } finally {
    await Promise.all([admin.close(), producer.close()]);
  }
}

function alone(data: string, client: number, controller: number): string {
  return properties({
    ...settingsFor('broker'),
    'node.id': '1',
    'process.roles': 'broker,controller',
    'log.dirs': data,
    'controller.quorum.voters': `1@127.0.0.1:${controller}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `CLIENT://127.0.0.1:${client},CONTROLLER://127.0.0.1:${controller}`,
    'advertised.listeners': `CLIENT://127.0.0.1:${client}`,
    'inter.broker.listener.name': 'CLIENT',
    'listener.security.protocol.map': 'CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'default.replication.factor': '1',
    'min.insync.replicas': '1',
  });
}
