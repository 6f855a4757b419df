import type { Service } from '@proving/spec';

/** What may run beside the brokers, by its name in a lesson's manifest. */
export interface Services extends Record<Service, unknown> {
  readonly registry: SchemaRegistry;
  readonly streams: KafkaStreams;
  readonly postgres: Postgres;
  readonly engine: ContainerEngine;
}

/** The container engine of this machine, for tests that start their own brokers. */
export interface ContainerEngine {
  /** Where it listens, as `DOCKER_HOST` would say. */
  readonly host: string;
  /** The published image of the pinned Kafka. It is here. */
  readonly image: string;
  /** A network of that name for the containers of one run, and the labels by which they are found again. */
  network(run: string): Promise<{ readonly network: string; readonly labels: Readonly<Record<string, string>> }>;
  /** Takes away what carries the label of that run: containers with their volumes, and the network. */
  remove(run: string): Promise<void>;
}

/** A running PostgreSQL. */
export interface Postgres {
  /** With user and password, for any client: `postgres://user:password@127.0.0.1:20040/postgres`. */
  readonly url: string;
}

/** A running schema registry that speaks Confluent's REST API. */
export interface SchemaRegistry {
  /** Where that API begins, without a slash at the end: `http://127.0.0.1:20040/apis/ccompat/v7`. */
  readonly url: string;
  /**
   * SIGKILL; returns when it is gone. Whoever asks for the service next has it again, with its schemas.
   * @throws {Plain} code `not-provable-here`, exit 2, where it is somebody else's
   */
  kill(): Promise<void>;
}

/** Kafka Streams of the pinned version, to be run from Java source files. */
export interface KafkaStreams {
  readonly version: string;
  /** Compiles if need be, and starts. Returns when the JVM is under way. @throws {Plain} code `java-refused` */
  start(run: StreamsRun): Promise<RunningStreams>;
}

export interface StreamsRun {
  /** A Java source file, absolute. Its class has the name of the file, and finds the settings in the file that its first argument names. */
  readonly source: string;
  readonly applicationId: string;
  /** Settings of Kafka Streams and of the application itself; `application.id` and `state.dir` are added. */
  readonly settings: Readonly<Record<string, string>>;
}

/** One JVM. It ends with this process, however that ends. */
export interface RunningStreams {
  /** The lines that it has printed so far. */
  readonly said: readonly string[];
  /** A line to its standard input. */
  tell(line: string): void;
  /** Null while it runs, else its last words. */
  ended(): string | null;
  /** What its log says last of what went wrong; null: nothing. */
  lastWords(): string | null;
  /** Resolves when it has ended, with how: `exit 0`, `SIGKILL`. */
  readonly over: Promise<string>;
  /** SIGKILL; returns when it is gone. */
  kill(): Promise<void>;
  /** Ends it and removes its folder, with its local state. */
  end(): Promise<void>;
}
