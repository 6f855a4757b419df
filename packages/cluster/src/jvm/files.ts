import { join } from 'node:path';
import type { Service, Shape } from '@proving/spec';
import { home } from '../home.ts';
import { kafkaVersion } from '../version.ts';

/** Where everything of the local cluster lies. */
export function filesOf(shape: Shape, at: string = home()) {
  const cluster = join(at, 'cluster', shape);
  return {
    home: at,
    cluster,
    state: join(cluster, 'state.json'),
    /** Touched by every command; holds how long an idle cluster may run. */
    used: join(cluster, 'used'),
    lock: join(cluster, 'lock'),
    users: join(cluster, 'users'),
    leases: join(at, 'cluster', 'leases'),
    logs: join(cluster, 'logs'),
    data: join(cluster, 'data'),
    run: join(cluster, 'run'),
    folder: (id: number) => join(cluster, 'data', String(id)),
    config: (id: number) => join(cluster, 'config', `${id}.properties`),
    log: (id: number) => join(cluster, 'logs', `${id}.log`),
    /** What the JVM itself says: crashes, refusals to start. */
    out: (id: number | Service) => join(cluster, 'logs', `${id}.out`),
    record: (id: number | 'keeper' | Service) => join(cluster, 'run', `${id}.pid`),
    stopped: (id: number) => join(cluster, 'run', `${id}.stopped`),
    /** The registry: where it was last, and its schemas. With the brokers' data, so that they are wiped together. */
    registry: join(cluster, 'registry.json'),
    schemas: join(cluster, 'data', 'registry'),
    /** Postgres: the same. */
    postgres: join(cluster, 'postgres.json'),
    tables: join(cluster, 'data', 'postgres'),
    /** What the registry's libraries unpack when it starts; emptied before each start. */
    scratch: join(cluster, 'registry.scratch'),
  };
}
export type Files = ReturnType<typeof filesOf>;

/** Where Kafka itself lies: fetched and prepared once per version. */
export function kafkaFiles(at: string = home(), version: string = kafkaVersion) {
  const kafka = join(at, 'kafka', version);
  return {
    kafka,
    libs: join(kafka, 'libs'),
    manifest: join(kafka, 'libs.json'),
    checkpoint: join(kafka, 'bootstrap.checkpoint'),
    serverLogging: join(kafka, 'log4j2-server.properties'),
    toolLogging: join(kafka, 'log4j2-tools.properties'),
    lock: join(kafka, 'lock'),
    archive: (jdk: string, what: 'server' | 'tools') => join(kafka, `${what}-${jdk}.jsa`),
  };
}
export type KafkaFiles = ReturnType<typeof kafkaFiles>;

/** Where the schema registry itself lies: fetched and prepared once per version. */
export function registryFiles(version: string, at: string = home()) {
  const registry = join(at, 'registry', version);
  return {
    registry,
    app: join(registry, 'app'),
    /** Written last: what was fetched is whole. */
    manifest: join(registry, 'app.json'),
    lock: join(registry, 'lock'),
    archive: (jdk: string) => join(registry, `registry-${jdk}.jsa`),
  };
}
export type RegistryFiles = ReturnType<typeof registryFiles>;

/** Where Kafka Streams lies: its jars once per version of Kafka, what lessons wrote for it compiled, and the applications that run. */
export function streamsFiles(at: string = home(), version: string = kafkaVersion) {
  const streams = join(at, 'streams', version);
  return {
    libs: join(streams, 'libs'),
    manifest: join(streams, 'libs.json'),
    lock: join(streams, 'lock'),
    classes: join(streams, 'classes'),
    archive: (jdk: string) => join(streams, `streams-${jdk}.jsa`),
    applications: join(streams, 'applications'),
  };
}
export type StreamsFiles = ReturnType<typeof streamsFiles>;
