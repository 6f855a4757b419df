import { resolve } from 'node:path';
import type { Cluster, RunningStreams } from '@proving/cluster';
import { Plain } from '@proving/spec';
import type { Topic, WaitOptions } from './lab.ts';
import type { Observer } from './observer/observer.ts';
import type { Recorder } from './recorder.ts';
import { waitAloud } from './topic.ts';
import { eventually } from './wait.ts';

/** A running application of Kafka Streams. Its JVM, its topics, its group and its local state end with the arm. */
export interface StreamsApplication extends AsyncDisposable {
  /** Its `application.id`: also its group, and how the names of its own topics begin. */
  readonly id: string;
  /** Waits until it has committed every record that these topics hold now; what it has sent by then is in the log. Gives up after 100s: a JVM starts slowly on a busy machine. */
  hasRead(topics: readonly Topic[], options?: WaitOptions): Promise<void>;
  /** A metric over all its threads and tasks: `sum('stream-task-metrics', 'dropped-records-total')`. NaN: there is none of that name. */
  sum(type: string, attribute: string): Promise<number>;
  /** The first line it has printed, or will print, that fits. */
  says(what: (line: string) => boolean, options?: WaitOptions): Promise<string>;
  /** `System.exit`, with the shutdown hooks of the program; returns when it is gone and nobody waits for it in its group. */
  stop(): Promise<void>;
  /** SIGKILL; returns when it is gone. Its group is told, so that the next one need not wait for the end of a session. */
  kill(): Promise<void>;
}

export interface StreamsSetting {
  readonly cluster: Cluster;
  readonly observer: Observer;
  readonly recorder: Recorder;
  /** The folder of the experiment. */
  readonly folder: string;
  /** A name that no other run uses, remembered before anything is made under it. */
  readonly fresh: () => string;
}

/** The applications of Kafka Streams that one arm has started. What they leave on brokers and disk is taken away when it ends. */
export class OpenStreams {
  readonly #setting: StreamsSetting;
  readonly #ids = new Set<string>();
  readonly #open: Application[] = [];

  constructor(setting: StreamsSetting) {
    this.#setting = setting;
  }

  async start(source: string, own: Readonly<Record<string, string>>): Promise<StreamsApplication> {
    const { cluster, recorder, folder, fresh } = this.#setting;
    const streams = await cluster.serve('streams', ({ doing }) => recorder.tell({ type: 'step', text: doing }));
    const id = own['application.id'] ?? fresh();
    this.#ids.add(id);
    const settings = { 'bootstrap.servers': cluster.bootstrap.join(','), ...labSettings, ...own };
    const jvm = await streams.start({ source: resolve(folder, source), applicationId: id, settings });
    const application = new Application(id, jvm, this.#setting);
    this.#open.push(application);
    return application;
  }

  /** Whether a topic is one that these applications have made: Kafka Streams begins the names of its own with theirs. */
  made(topic: string): boolean {
    return [...this.#ids].some((id) => topic.startsWith(`${id}-`));
  }

  /** What figures call a topic of its own: `streams-counts-changelog`, without the run's mark; null for any other topic. */
  titleOf(topic: string): string | null {
    const id = [...this.#ids].find((each) => topic.startsWith(`${each}-`));
    return id === undefined ? null : `streams${topic.slice(id.length)}`;
  }

  async close(): Promise<void> {
    await Promise.all(this.#open.map((each) => each[Symbol.asyncDispose]()));
  }
}

/** One JVM of an application, seen from the experiment. */
class Application implements StreamsApplication {
  readonly id: string;
  readonly #jvm: RunningStreams;
  readonly #observer: Observer;
  readonly #recorder: Recorder;
  #isOver = false;

  constructor(id: string, jvm: RunningStreams, { observer, recorder }: StreamsSetting) {
    this.id = id;
    this.#jvm = jvm;
    this.#observer = observer;
    this.#recorder = recorder;
  }

  async hasRead(topics: readonly Topic[], options: WaitOptions = {}): Promise<void> {
    const names = topics.map(({ name }) => name);
    let before: Ends = new Map();
    // What it passes on to itself, by a repartition topic, is read when a look behind the last commit finds nothing new.
    for (;;) {
      // Asked again where a broker does not answer in time: that says nothing about the records.
      const ends = await eventually('the ends of what Kafka Streams reads', () => this.#endsOfAll(names), { giveUpAfter: '30s' });
      if (spell(ends) === spell(before)) return;
      before = ends;
      let committed: Ends = new Map();
      const saw = () => `committed ${spell(committed)} of ${spell(ends)}`;
      await this.#until('Kafka Streams has read everything', options, saw, async () => {
        committed = new Map(
          await Promise.all([...ends].map(async ([name, each]) => [name, await this.#committed(name, each)] as const)),
        );
        return [...ends].every(([name, each]) =>
          [...each].every(([partition, end]) => (committed.get(name)?.get(partition) ?? -1) >= end),
        );
      });
    }
  }

  async sum(type: string, attribute: string): Promise<number> {
    const asked = `sum ${type} ${attribute} `;
    const before = this.#jvm.said.length;
    this.#jvm.tell(asked.trim());
    const line = await this.#until(
      `the metric ${attribute}`,
      {},
      () => 'no answer',
      () => this.#jvm.said.slice(before).find((each) => each.startsWith(asked)),
    );
    return Number(line.slice(asked.length));
  }

  says(what: (line: string) => boolean, options: WaitOptions = {}): Promise<string> {
    return this.#until(
      'word from Kafka Streams',
      options,
      () => this.#jvm.said.at(-1) ?? 'it said nothing',
      () => this.#jvm.said.find(what),
    );
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    this.#jvm.tell('stop');
    await this.#jvm.over;
    await this.#observer.groups.sendHome(this.id);
  }

  async kill(): Promise<void> {
    this.#isOver = true;
    await this.#jvm.kill();
    this.#recorder.tell({ type: 'fault.injected', fault: 'process', brokers: [], detail: 'SIGKILL Kafka Streams' });
    await this.#observer.groups.sendHome(this.id);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isOver = true;
    await this.#jvm.end();
    await this.#observer.groups.sendHome(this.id).catch(() => undefined);
  }

  /** Of these topics, and of those by which it passes records on to itself. */
  async #endsOfAll(names: readonly string[]): Promise<Ends> {
    const between = (await this.#observer.topics()).filter(
      (name) => name.startsWith(`${this.id}-`) && name.endsWith('-repartition'),
    );
    return new Map(await Promise.all([...names, ...between].map(async (name) => [name, await this.#endsOf(name)] as const)));
  }

  /** Behind the last record of each partition that holds one; markers of transactions come later and are no records. */
  async #endsOf(topic: string): Promise<ReadonlyMap<number, number>> {
    const records = await this.#observer.read(topic, 'read_committed');
    return new Map(records.map(({ partition, offset }) => [partition, offset + 1]));
  }

  #committed(topic: string, ends: ReadonlyMap<number, number>): Promise<ReadonlyMap<number, number>> {
    return this.#observer.groups.committed(this.id, topic, [...ends.keys()]);
  }

  /** Waits; an application that ends meanwhile, and not because the experiment ended it, is told with its last words. */
  #until<T>(
    what: string,
    options: WaitOptions,
    seen: () => string,
    ask: () => Promise<T | undefined | false> | T | undefined | false,
  ): Promise<T> {
    const saw = () => [seen(), this.#jvm.lastWords()].filter((each) => each !== null).join('; ');
    return waitAloud<{ answer: T }>(this.#recorder, what, { giveUpAfter: '100s', ...options }, saw, async () => {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return { answer };
      const ended = this.#isOver ? null : this.#jvm.ended();
      if (ended !== null) throw new Plain('program-ended', 'Kafka Streams ended before its time.', { saw: ended, exit: 2 });
      return null;
    }).then(({ answer }) => answer);
  }
}

/** What differs from the defaults of Kafka Streams 4.3, and why. An experiment that teaches one of them says it itself. */
const labSettings = {
  // With a cache, how many updates of a count are sent depends on when it is emptied.
  'statestore.cache.max.bytes': '0',
  'commit.interval.ms': '100',
  'auto.offset.reset': 'earliest',
  'replication.factor': '3',
  'num.stream.threads': '1',
  // A JVM that was killed with its experiment is a member for so long.
  'session.timeout.ms': '10000',
  'heartbeat.interval.ms': '1000',
};

/** By topic and partition, an offset. */
type Ends = ReadonlyMap<string, ReadonlyMap<number, number>>;

const spell = (ends: Ends): string =>
  [...ends].flatMap(([topic, each]) => [...each].map(([partition, offset]) => `${topic}/${partition}:${offset}`)).join(' ') ||
  'nothing';
