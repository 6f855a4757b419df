import type { ClusterStatus, Probe } from '@proving/cluster';
import { expect, test } from 'vitest';
import { bootstrapOf } from '../../src/cli/cluster/status.ts';
import { judgeMachine } from '../../src/cli/diagnose/judge.ts';
import { judgeProbe, judgeStatus } from '../../src/cli/diagnose/judge-cluster.ts';
import { judgeLog } from '../../src/cli/diagnose/judge-log.ts';
import type { Machine } from '../../src/cli/diagnose/machine.ts';

const machine: Machine = {
  platform: 'linux',
  arch: 'x64',
  node: '24.21.0',
  pnpm: '12.21.0',
  loopback: null,
  unwritable: null,
  terminal: { isTerminal: true, columns: 80, colours: 256, utf8: true },
};
const probe: Probe = {
  drivers: [
    { name: 'jvm', readiness: { ready: true } },
    { name: 'docker', readiness: { ready: false, because: 'no daemon', fix: 'start docker' } },
    { name: 'external', readiness: { ready: false, because: 'none named', fix: 'set PROVING_BOOTSTRAP' } },
  ],
  inContainers: false,
  java: [{ version: '21.0.4', home: '/jdk' }],
  runsOn: '/jdk',
  maven: '/usr/bin/mvn',
  kafka: { version: '4.3.1', fetched: true },
  registry: { named: null, version: '3.3.3', fetched: true, runsOn: { version: '21.0.4', home: '/jdk' }, oldestJava: 21 },
  postgres: { named: null, version: '18.4', lacking: null },
  engine: { version: '28.2.2', host: 'unix:///var/run/docker.sock', lacking: null },
  streams: { version: '4.3.1', fetched: true, runsOn: { version: '21.0.4', home: '/jdk' } },
  home: '/h',
  diskFree: 9e9,
  memoryFree: 9e9,
  portsTaken: [],
};
const lacking = (found: ReturnType<typeof judgeMachine>) => found.filter(({ state }) => state === 'missing');
const notReady = (name: 'jvm' | 'docker' | 'external') =>
  ({ name, readiness: { ready: false, because: `${name} no`, fix: `${name} fix` } }) as const;

test('a machine that has everything', () => {
  expect([...judgeMachine(machine, '/h'), ...judgeProbe(probe, false, null)].filter(({ state }) => state !== 'good')).toEqual([
    { about: 'driver docker', state: 'note', found: 'no daemon', needed: null, fix: null },
    { about: 'driver external', state: 'note', found: 'none named', needed: null, fix: null },
  ]);
});

test.each([
  ['Node is too old', { node: '20.12.0' }, ['node', '20.12.0', '24 or newer', 'npx -y pnpm@12 diagnose']],
  ['a platform that is not supported', { platform: 'win32' }, ['platform', 'win32 x64', 'Linux or macOS', 'wsl --install']],
  [
    'the folder is not ours',
    { unwritable: 'EACCES' },
    ['your folder', '/h: EACCES', 'a folder that can be written', 'PROVING_HOME=/a/folder/of/yours pnpm diagnose'],
  ],
  [
    'loopback is down',
    { loopback: 'EADDRNOTAVAIL' },
    ['loopback', '127.0.0.1 refuses: EADDRNOTAVAIL', 'a port on 127.0.0.1', 'sudo ip link set lo up'],
  ],
])('%s', (_, fault, [about, found, needed, fix]) => {
  expect(lacking(judgeMachine({ ...machine, ...fault }, '/h'))).toEqual([{ about, state: 'missing', found, needed, fix }]);
});

test.each([
  [
    'no room on the disk',
    { diskFree: 3e8 },
    ['disk', '286 MB free at /h', '1.5 GB', 'PROVING_HOME=/a/folder/on/a/larger/disk pnpm diagnose'],
  ],
  [
    'no memory',
    { memoryFree: 3e8 },
    ['memory', '286 MB free', '1.2 GB for three brokers and a controller', 'close a program that takes much of it'],
  ],
])('%s', (_, fault, [about, found, needed, fix]) => {
  expect(lacking(judgeProbe({ ...probe, ...fault }, false, null))).toEqual([{ about, state: 'missing', found, needed, fix }]);
});

test('a cluster that runs has its memory already', () => {
  expect(lacking(judgeProbe({ ...probe, memoryFree: 3e8 }, true, null))).toEqual([]);
});

test('no Java, no Maven and no docker: each is named, and so is every driver', () => {
  const bare = {
    ...probe,
    java: [],
    runsOn: null,
    maven: null,
    kafka: { version: '4.3.1', fetched: false },
    drivers: (['jvm', 'docker', 'external'] as const).map(notReady),
  };
  expect(lacking(judgeProbe(bare, false, null)).map(({ about }) => about)).toEqual([
    'java',
    'maven',
    'driver jvm',
    'driver docker',
    'driver external',
  ]);
});

const both: Probe = {
  ...probe,
  drivers: [
    { name: 'jvm', readiness: { ready: true } },
    { name: 'docker', readiness: { ready: true } },
  ],
};
const alone: Probe = {
  ...probe,
  java: [],
  runsOn: null,
  maven: null,
  drivers: [notReady('jvm'), { name: 'docker', readiness: { ready: true } }],
};
test.each([
  ['both are ready', both, null, ['ready, and taken: the first that is ready', 'ready']],
  ['one was asked for', both, 'docker', ['ready', 'ready, and taken: it was asked for']],
  ['one has a cluster', { ...both, inContainers: true }, null, ['ready', 'ready, and taken: its cluster runs']],
  ['there is no JDK', alone, null, ['jvm no', 'ready, and taken: no other is ready']],
] as const)('which driver is taken, and why: %s', (_, given, asked, said) => {
  const found = judgeProbe(given, false, asked);
  expect(found.filter(({ about }) => about.startsWith('driver')).map(({ found }) => found)).toEqual(said);
  expect(lacking(found)).toEqual([]);
});

test("a busy port is told, and stands in no one's way", () => {
  expect(judgeProbe({ ...probe, portsTaken: [9092, 9093] }, false, null).filter(({ about }) => about === 'ports')).toEqual([
    {
      about: 'ports',
      state: 'note',
      found: 'another program listens on 9092, 9093; the next start chooses others',
      needed: null,
      fix: null,
    },
  ]);
});

test('the registry has a line of its own, and stands in the way of no other lesson', () => {
  const said = (registry: Partial<Probe['registry']>, asked: string | null = null) => {
    const found = judgeProbe({ ...probe, registry: { ...probe.registry, ...registry } }, false, asked);
    return found.flatMap(({ about, state, found, needed }) => (about === 'registry' ? [`${state}: ${found}; ${needed}`] : []));
  };
  expect([
    said({}),
    said({ fetched: false }),
    said({ runsOn: null }),
    said({ named: 'http://r:8081', runsOn: null }),
    said({}, 'external'),
  ]).toEqual([
    ['good: Apicurio 3.3.3, on Java 21.0.4; null'],
    ['note: Apicurio 3.3.3, on Java 21.0.4, fetched by the lesson that asks for it (159 MB); null'],
    ['note: no Java that it runs on; Java 21 or newer, for lessons 13 and 14'],
    ['good: http://r:8081, as PROVING_REGISTRY says; null'],
    ['note: none is named; yours, for lessons 13 and 14'],
  ]);
});

test('Postgres has a line of its own, too', () => {
  const said = (postgres: Partial<Probe['postgres']>, asked: string | null = null) => {
    const found = judgeProbe({ ...probe, postgres: { ...probe.postgres, ...postgres } }, false, asked);
    return found.flatMap(({ about, state, found, needed }) => (about === 'postgres' ? [`${state}: ${found}; ${needed}`] : []));
  };
  const lacking = { because: 'Postgres does not run as root', fix: 'be somebody else' };
  expect([said({}), said({ lacking }), said({ named: 'postgres://ada@db/shop', lacking }), said({}, 'external')]).toEqual([
    ['good: PostgreSQL 18.4, by npm; null'],
    ['note: Postgres does not run as root; for lesson 16'],
    ['good: postgres://ada@db/shop, as PROVING_POSTGRES says; null'],
    ['note: none is named; yours, for lesson 16'],
  ]);
});

test('Kafka Streams has one: whether it is here, what it runs on, and why it cannot', () => {
  const said = (own: Partial<Probe['streams']>, others: Partial<Probe> = {}, asked: string | null = null) => {
    const found = judgeProbe({ ...probe, ...others, streams: { ...probe.streams, ...own } }, false, asked);
    return found.flatMap(({ about, state, found, needed, fix }) =>
      about === 'kafka streams' ? [`${state}: ${found}; ${needed}; ${fix === null ? 'no fix' : 'a fix'}`] : [],
    );
  };
  expect([
    said({}),
    said({ fetched: false }),
    said({ fetched: false }, { maven: null }),
    said({ runsOn: null }),
    said({}, {}, 'external'),
  ]).toEqual([
    ['good: 4.3.1, on Java 21.0.4; null; no fix'],
    ['note: 4.3.1, on Java 21.0.4, fetched by the lesson that asks for it (92 MB); null; no fix'],
    ['note: not here, and no Maven to fetch it; for 19 and 20, and to compare in 17 and 18; a fix'],
    ['note: no JDK that it runs on; 17 or newer, with a compiler, for 19 and 20, and to compare in 17 and 18; a fix'],
    ['note: runs beside a cluster of this machine alone; for 19 and 20, and to compare in 17 and 18; a fix'],
  ]);
});

test('a driver that was asked for must be ready itself', () => {
  expect(lacking(judgeProbe(probe, false, 'docker'))).toEqual([
    { about: 'driver docker', state: 'missing', found: 'no daemon', needed: 'one driver that is ready', fix: 'start docker' },
  ]);
});

test('what runs now is told, and nothing running is no fault', () => {
  const member = { role: 'broker', pid: 1, residentBytes: 1 } as const;
  const status = (is: ClusterStatus['is'], ...states: ('up' | 'killed')[]): ClusterStatus => ({
    driver: 'jvm',
    shape: 'standard',
    is,
    kafka: '4.3.1',
    java: '21',
    since: null,
    members: states.map((is, i) => ({ ...member, id: i + 1, is, ports: { client: 9092 + i } })),
    registry: null,
    postgres: null,
    residentBytes: 0,
    idleLeft: null,
    leases: [],
    users: [],
    folder: '/h',
  });
  expect([
    judgeStatus(status('up', 'up', 'up')),
    judgeStatus(status('partly', 'up', 'killed')),
    judgeStatus(status('down')),
  ]).toEqual([
    { about: 'cluster', state: 'good', found: '2 processes, 127.0.0.1:9092,127.0.0.1:9093', needed: null, fix: null },
    { about: 'cluster', state: 'note', found: '1 of 2 processes up', needed: null, fix: 'pnpm cluster start' },
    { about: 'cluster', state: 'note', found: 'not running; the next lesson starts it', needed: null, fix: null },
  ]);
  expect(bootstrapOf(status('down'))).toBe('');
});

test('a log that breaks off is told in its own words', () => {
  const torn = { entries: [], newer: [], notices: [{ kind: 'torn', line: 3, says: 'Line 3 breaks off.' }] } as const;
  expect([judgeLog('/log', { entries: [], newer: [], notices: [] }), judgeLog('/log', torn)]).toEqual([
    { about: 'progress log', state: 'good', found: '0 entries in /log', needed: null, fix: null },
    { about: 'progress log', state: 'note', found: '0 entries in /log. Line 3 breaks off.', needed: null, fix: null },
  ]);
});
