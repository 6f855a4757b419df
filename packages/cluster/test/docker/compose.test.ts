import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { settingsFor } from '../../kafka/settings.ts';
import { registryArguments } from '../../src/services/registry/program.ts';
import { registryVersion } from '../../src/services/registry/version.ts';
import { kafkaVersion } from '../../src/version.ts';

const file = readFileSync(new URL('../../../../docker-compose.yml', import.meta.url), 'utf8');
const compose = parse(file, { merge: true }) as { readonly services: Record<string, Service>; readonly volumes: object };

interface Service {
  readonly image: string;
  readonly mem_limit: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes: readonly string[];
  readonly profiles?: readonly string[];
  readonly healthcheck: { readonly test: readonly string[] };
}

const brokers = [1, 2, 3].map((id) => [id, compose.services[`broker-${id}`] as Service] as const);
const controller = compose.services['controller'] as Service;
/** What runs without being asked for; `scripts/check/compose.ts` looks at the rest. */
const everyService = Object.entries(compose.services).filter(([, { profiles }]) => profiles === undefined);

const java = {
  KAFKA_HEAP_OPTS: '-Xms256m -Xmx256m',
  KAFKA_JVM_PERFORMANCE_OPTS: '-XX:+UseSerialGC -XX:TieredStopAtLevel=1',
  KAFKA_OPTS: '-Dsun.net.inetaddr.ttl=1',
};

/** `log.dirs` is `KAFKA_LOG_DIRS`: how the image's set-up reads its environment. */
const variables = (settings: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [`KAFKA_${name.toUpperCase().replaceAll('.', '_')}`, value]));

test('three brokers and a controller of their own', () => {
  expect(
    everyService.map(([name, { environment }]) => [name, environment['KAFKA_NODE_ID'], environment['KAFKA_PROCESS_ROLES']]),
  ).toEqual([
    ['controller', '100', 'controller'],
    ['broker-1', '1', 'broker'],
    ['broker-2', '2', 'broker'],
    ['broker-3', '3', 'broker'],
  ]);
});

test('the controller has the settings of the table, every one and no other', () => {
  expect(controller.environment).toEqual({
    ...variables(settingsFor('controller')),
    CLUSTER_ID: expect.stringMatching(/^[\w-]{22}$/),
    KAFKA_CONTROLLER_QUORUM_VOTERS: '100@controller:9093',
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: expect.stringContaining('CONTROLLER:PLAINTEXT'),
    KAFKA_LOG_DIRS: '/var/lib/kafka/data',
    ...java,
    KAFKA_NODE_ID: '100',
    KAFKA_PROCESS_ROLES: 'controller',
    KAFKA_LISTENERS: 'CONTROLLER://:9093',
  });
});

test.each(brokers)(
  'broker %i has the settings of the table, three listeners and its place, and no other line',
  (id, { environment }) => {
    expect(environment).toEqual({
      ...variables(settingsFor('broker')),
      CLUSTER_ID: controller.environment['CLUSTER_ID'],
      KAFKA_CONTROLLER_QUORUM_VOTERS: '100@controller:9093',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,INTERNAL:PLAINTEXT,CLIENT:PLAINTEXT,PROXIED:PLAINTEXT',
      KAFKA_LOG_DIRS: '/var/lib/kafka/data',
      ...java,
      KAFKA_NODE_ID: String(id),
      KAFKA_PROCESS_ROLES: 'broker',
      KAFKA_BROKER_RACK: `rack-${id}`,
      KAFKA_LISTENERS: 'INTERNAL://:29092,CLIENT://:9092,PROXIED://:9094',
      KAFKA_INTER_BROKER_LISTENER_NAME: 'INTERNAL',
      KAFKA_ADVERTISED_LISTENERS: `INTERNAL://broker-${id}:29092,CLIENT://127.0.0.1:1909${id},PROXIED://127.0.0.1:1929${id}`,
    });
  },
);

test('ports are published on loopback only: CLIENT where it is advertised, PROXIED beside it', () => {
  expect(everyService.map(([name, { ports }]) => [name, ports])).toEqual([
    ['controller', undefined],
    ...brokers.map(([id]) => [`broker-${id}`, [`127.0.0.1:1909${id}:9092`, `127.0.0.1:1919${id}:9094`]]),
  ]);
});

test('every node is of the pinned version, has a limit, a health check on its own port, and a volume of its own', () => {
  expect(
    everyService.map(([name, { image, mem_limit, healthcheck, volumes }]) => ({
      name,
      image,
      mem_limit,
      test: healthcheck.test.at(-1),
      volumes,
    })),
  ).toEqual(
    everyService.map(([name]) => ({
      name,
      image: `apache/kafka:${kafkaVersion}`,
      mem_limit: '512m',
      test: `exec 3<>/dev/tcp/127.0.0.1/${name === 'controller' ? 9093 : 9092}`,
      volumes: [`${name}:/var/lib/kafka/data`],
    })),
  );
  expect(Object.keys(compose.volumes)).toEqual([...everyService.map(([name]) => name), 'registry', 'prometheus']);
});

test('the registry is of the version that the course starts as a JVM, and has its settings', () => {
  const registry = compose.services['registry'] as Service;
  const asVariables = registryArguments({ app: '', port: 8080, data: '/var/tmp', scratch: '', archive: [] })
    .filter((argument) => argument.startsWith('-Dapicurio.'))
    .map((argument) => argument.slice(2).split(/=(.*)/s) as [string, string])
    .map(([name, value]) => [name.toUpperCase().replaceAll('.', '_'), value]);
  expect(registry.image).toBe(`apicurio/apicurio-registry:${registryVersion}`);
  expect(Object.entries(registry.environment)).toEqual(asVariables);
  expect(registry.ports).toEqual(['127.0.0.1:19080:8080']);
});
