import { dirname, resolve } from 'node:path';
import type { Cluster } from '@proving/cluster';
import type { BrokerId, RunEvent } from '@proving/spec';
import type { Admin, Consumer, Kafka, Producer } from 'kafkajs';
import { OpenEngine } from './engine.ts';
import { Faults } from './faults.ts';
import { history } from './history/history.ts';
import { Inspection } from './inspection.ts';
import { recordedKafka } from './kafkajs/kafka.ts';
import type { Lab, PlatformaticDoor, Topic, TopicOptions } from './lab.ts';
import { Names } from './names.ts';
import { library } from './observer/connections.ts';
import { Observer } from './observer/observer.ts';
import { platformaticDoor } from './platformatic/door.ts';
import { OpenPostgres } from './postgres.ts';
import { ChildProgram } from './program.ts';
import { OpenProxy } from './proxy.ts';
import { Recorder } from './recorder.ts';
import { OpenRegistry } from './registry.ts';
import { Relay } from './relay.ts';
import { OpenStreams } from './streams.ts';
import { LabTopic, waitAloud } from './topic.ts';
import { eventually, whileOpen } from './wait.ts';

export interface LabSetting {
  readonly cluster: Cluster;
  readonly seed: number;
  /** The file of the experiment; child programs are found from its folder. */
  readonly file: string;
  /** The learner's file, absolute, where an exercise is judged. */
  readonly learner?: string;
  readonly emit: (event: RunEvent) => void;
  /** Told of each thing before it is made, so that somebody else can remove it if we are killed. */
  readonly remember: (kind: Made, name: string) => void;
  /** The clients' own log lines, for whoever asks for detail. */
  readonly log: (line: string) => void;
}

/**
 * What an arm makes on the cluster and beside it. An application's topics begin with its name, and its group has it; `subjects` is what
 * the names of subjects begin with in a schema registry, `schema` one of Postgres, `containers` the run that they are labelled with.
 */
export type Made = 'topic' | 'group' | 'application' | 'subjects' | 'schema' | 'containers';

/** The lab of one arm. Disposing of it heals the brokers first, then lets the clients go, then deletes what the arm made. */
export interface OpenLab extends Lab, AsyncDisposable {
  /** Loads what the arm will need, before the clock starts. */
  prepare(): Promise<void>;
  /** Shows every topic as it is now, for the last picture of an arm. */
  look(): Promise<void>;
}

export function openLab({ cluster, seed, file, learner, emit, remember, log }: LabSetting): OpenLab {
  const recorder = new Recorder(emit);
  const observer = new Observer(cluster);
  const inspection = new Inspection(cluster, observer, recorder);
  const faults = new Faults(cluster, recorder);
  const names = new Names(cluster.prefix);
  const topics = new Map<string, LabTopic>();
  const partitions = new Map<string, number>();
  const made: string[] = [];
  const groups: string[] = [];
  const clients: (Producer | Consumer | Admin)[] = [];
  const consumers: { close(force: boolean): Promise<void> }[] = [];
  const scope = new AsyncDisposableStack();
  const closing = new AbortController();
  const registry = new OpenRegistry(cluster, recorder, (topic) => remember('subjects', topic));
  const postgres = new OpenPostgres(
    cluster,
    () => names.fresh('tables'),
    (schema) => remember('schema', schema),
    (text) => recorder.tell({ type: 'step', text }),
  );
  const engine = new OpenEngine(
    cluster,
    () => names.fresh('containers'),
    (run) => remember('containers', run),
    (text) => recorder.tell({ type: 'step', text }),
  );
  let watching: Promise<void> | null = null;
  let door: PlatformaticDoor | null = null;

  const look = async () => {
    await Promise.all([inspection.again(), ...[...topics.values()].map((topic) => topic.snapshot().catch(() => undefined))]);
  };
  const watch = () => {
    watching ??= whileOpen(closing.signal, '100ms', look);
  };
  const handle = (name: string, title: string): LabTopic => {
    const topic = new LabTopic(name, title, observer, cluster, recorder);
    topics.set(name, topic);
    return topic;
  };
  const fresh = (kind: Made, title: string) => {
    const name = names.fresh(title);
    remember(kind, name);
    if (kind === 'topic') {
      made.push(name);
      registry.mayGet(name);
    }
    return name;
  };

  const freshApplication = () => {
    const name = fresh('application', 'streams');
    groups.push(name);
    return name;
  };
  const streams = new OpenStreams({ cluster, observer, recorder, folder: dirname(file), fresh: freshApplication });

  const lab: OpenLab = {
    kafka: recordedKafka(cluster.bootstrap, cluster.security, recorder, log),
    proxied: recordedKafka(
      cluster.proxied.length > 0 ? cluster.proxied : cluster.bootstrap,
      cluster.security,
      recorder,
      log,
      ' (proxied)',
    ) as Kafka,
    kafkaWith: (own) =>
      recordedKafka(cluster.bootstrap, cluster.security, recorder, log, own.clientId ? ` (${own.clientId})` : '', own),
    addressOf: (broker) => observer.addressOf(broker),
    get platformatic(): PlatformaticDoor {
      if (!door) throw new Error('lab.platformatic is used before lab.prepare(): a fault of the kit');
      return door;
    },
    cluster,
    seed,
    learner: learner ?? null,
    async prepare() {
      const partitionsOf = (topic: string) => partitions.get(topic) ?? null;
      door = platformaticDoor(await library(), cluster, recorder, partitionsOf, (consumer) => consumers.push(consumer));
      recorder.begin();
    },
    look,
    async topic(options: TopicOptions = {}): Promise<Topic> {
      const { title = 'orders', assignment = null, partitions: asked = 1, replicas: copies = 3 } = options;
      const shape = { partitions: assignment?.length ?? asked, replicas: assignment?.[0]?.length ?? copies };
      const config = { 'min.insync.replicas': String(options.minInsync ?? Math.min(2, shape.replicas)), ...options.config };
      const name = fresh('topic', title);
      await observer.createTopic(name, { ...shape, assignment, config });
      partitions.set(name, shape.partitions);
      await eventually(`${title} has leaders and full in-sync replicas`, async () => {
        const placements = await observer.placements(name);
        return (
          placements?.length === shape.partitions &&
          placements.every((each) => each.leader !== null && each.isr.length === shape.replicas)
        );
      });
      const topic = handle(name, title);
      // Every broker knows the topic before each leader serves it; a send in between is retried, and may then be there twice.
      await topic.offsets();
      recorder.tell({ type: 'topic.created', topic: name, title, ...shape, config });
      watch();
      return topic;
    },
    topicName: (title = 'orders') => fresh('topic', title),
    group(title) {
      const name = fresh('group', title ?? 'workers');
      groups.push(name);
      if (title) recorder.groupTitles.set(name, title);
      return name;
    },
    groupIsStable: (group, members, options = {}) => inspection.groupIsStable(group, members, options),
    lagOf: (group, topic) => inspection.lagOf(group, topic),
    segmentsOf: (topic, partition = 0, options = {}) => inspection.segmentsOf(topic, partition, options),
    batchesOf: (topic, partition = 0, options = {}) => inspection.batchesOf(topic, partition, options),
    transactionalId: (title = 'transaction') => names.fresh(title),
    async existing(name) {
      const placements = await eventually(`the topic ${name}`, () => observer.placements(name));
      partitions.set(name, placements.length);
      watch();
      return topics.get(name) ?? handle(name, streams.titleOf(name) ?? name.split('-')[0] ?? name);
    },
    async connect(client) {
      await client.connect();
      clients.push(client);
      return client;
    },
    async freeze(brokers) {
      return scope.use(await faults.freeze(brokers));
    },
    // The last look at what a broker holds is the picture that stays when it is gone.
    kill: async (broker) => {
      await look();
      await faults.kill(broker);
    },
    stop: async (broker) => {
      await look();
      await faults.stop(broker);
    },
    restart: (broker) => faults.restart(broker),
    async proxy(broker: BrokerId) {
      const power = await cluster.use('proxy');
      return scope.use(await OpenProxy.open(broker, power.route(broker), recorder));
    },
    registry: () => registry.open(),
    kafkaStreams: (source, settings = {}) => streams.start(source, settings),
    postgres: () => postgres.open(),
    engine: () => engine.open(),
    async process(program, args = {}) {
      const name = program.replace(/^.*\/|\.ts$/g, '');
      return scope.use(
        new ChildProgram({
          file: resolve(dirname(file), program),
          name,
          args: { bootstrap: [...cluster.bootstrap], ...args },
          inherits: { bootstrap: cluster.bootstrap, security: cluster.security, groupTitles: [...recorder.groupTitles] },
          recorder,
          relay: new Relay(name, recorder),
        }),
      );
    },
    noted: () => undefined,
    history: (topic) =>
      history(topic.name, recorder.operations, () =>
        eventually(`a read of ${topic.title}`, () => observer.read(topic.name, 'read_uncommitted')),
      ),
    async readAll(topic, options = {}) {
      const read = () => observer.read(topic.name, options.isolation ?? 'read_uncommitted');
      const records = await eventually(`a read of ${topic.title}`, read, options);
      recorder.found(topic, records);
      return records;
    },
    eventually: (until, ask, options = {}) => waitAloud(recorder, until, options, () => 'not yet', ask),
    step: (text) => recorder.tell({ type: 'step', text }),
    processed: (record) => recorder.tell(record),

    async [Symbol.asyncDispose]() {
      await scope.disposeAsync();
      await streams.close();
      await registry.close();
      await postgres.close();
      await engine.close();
      if ([...cluster.states().values()].some((state) => state !== 'up')) await cluster.heal('60s');
      closing.abort();
      await watching;
      await Promise.all([
        ...clients.map((client) => within('4s', client.disconnect())),
        ...consumers.map((consumer) => within('4s', consumer.close(true))),
      ]);
      await eventually('the run is cleaned up', async () => (await observer.groups.delete(groups)).length === 0, {
        giveUpAfter: '5s',
      }).catch(() => undefined);
      const gone = async () => {
        const left = (await observer.topics()).filter((name) => made.includes(name) || streams.made(name));
        if (left.length > 0) await observer.deleteTopics(left);
        return left.length === 0;
      };
      await eventually('the topics of the run are gone', gone, { giveUpAfter: '30s' });
      // A broker that was thawed registers anew: seconds on a quiet machine, half a minute where fifteen programs want one core.
      await eventually('every partition in sync again', () => observer.allInSync(made), { giveUpAfter: '60s' });
      await observer[Symbol.asyncDispose]();
    },
  };
  return lab;
}

async function within(limit: '4s', work: Promise<unknown>): Promise<void> {
  let done = false;
  void work
    .catch(() => undefined)
    .finally(() => {
      done = true;
    });
  await eventually('a client to let go', () => done, { giveUpAfter: limit }).catch(() => undefined);
}
