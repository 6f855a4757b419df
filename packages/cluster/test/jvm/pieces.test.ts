import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { labSettings, settingsFor } from '../../kafka/settings.ts';
import { filesOf } from '../../src/jvm/files.ts';
import { nodeConfig, properties } from '../../src/jvm/node-config.ts';
import { busyAmong, choosePorts, portsIn } from '../../src/jvm/ports.ts';
import { membersOf } from '../../src/jvm/shape.ts';
import { readState, type State, settingsMark, writeState } from '../../src/jvm/state.ts';
import { toolNamed, withBootstrap } from '../../src/jvm/tools.ts';
import { whyItDied } from '../../src/jvm/why.ts';
import { kafkaVersion } from '../../src/version.ts';

const home = mkdtempSync(join(tmpdir(), 'pieces-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const files = filesOf('standard', home);

test('every lab setting replaces a default, is said once, and is given to brokers and controllers alike', () => {
  const names = labSettings.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  expect(labSettings.filter(({ productionDefault, labValue }) => productionDefault === labValue)).toEqual([]);
  expect(settingsFor('controller')).toEqual(settingsFor('broker'));
  expect(settingsFor('controller')['min.insync.replicas']).toBe('2');
});

test('everything listens on loopback, and PROXIED says a port that it does not listen on', async () => {
  const members = membersOf('standard');
  const ports = await choosePorts(members);
  const all = [...ports.values()].flatMap(portsIn);
  expect([new Set(all).size, await busyAmong(all)]).toEqual([13, []]);
  const config = nodeConfig({ id: 2, role: 'broker' }, ports, '/data/2');
  const addresses = [...config.matchAll(/(?:\/\/|@)([^:,\n]+):\d+/g)].map(([, host]) => host);
  expect([...new Set(addresses)]).toEqual(['127.0.0.1']);
  const port = (line: string) => new RegExp(`^${line}=.*PROXIED://127.0.0.1:(\\d+)`, 'm').exec(config)?.[1];
  expect(port('listeners')).not.toBe(port('advertised.listeners'));
});

test('a port that somebody listens on is found', async () => {
  await using server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  expect(await busyAmong([port])).toEqual([port]);
});

test('a path keeps its backslashes in a properties file', () => {
  expect(properties({ 'log.dirs': 'C:\\data' })).toBe('log.dirs=C:\\\\data\n');
});

describe('the state file', () => {
  const state: State = {
    format: 1,
    shape: 'standard',
    kafka: kafkaVersion,
    settings: settingsMark,
    clusterId: 'abc',
    jdk: { java: '/usr/bin/java', version: '17.0.15' },
    since: '2026-11-21T08:13:10.858Z',
    members: [{ id: 100, role: 'controller', ports: { controller: 20_000 } }],
  };
  test('is read as it was written', () => {
    expect(readState(filesOf('standard', join(home, 'nowhere')))).toEqual({ kind: 'absent' });
    writeState(files, state);
    expect(readState(files)).toEqual({ kind: 'state', state });
  });
  test('of another Kafka, or with other settings, is foreign', () => {
    writeState(files, { ...state, kafka: '3.9.0' });
    expect(readState(files)).toEqual({ kind: 'foreign' });
    writeState(files, { ...state, settings: 'others' });
    expect(readState(files)).toEqual({ kind: 'foreign' });
  });
  test('that is torn or empty is unreadable', () => {
    for (const text of ['', '{"format":1,', 'null', JSON.stringify({ ...state, members: [] })]) {
      writeFileSync(files.state, text);
      expect(readState(files)).toMatchObject({ kind: 'unreadable', saw: expect.stringMatching(/\S/) });
    }
  });
});

test('the line of the log that says why a broker died', () => {
  mkdirSync(files.logs, { recursive: true });
  const died = (out: string, log: string, ended = 'exit 1') => {
    writeFileSync(files.out(1), out);
    writeFileSync(files.log(1), log);
    return whyItDied(files, 1, ended);
  };
  const bind = 'ERROR [SocketServer] Socket server failed to bind to 127.0.0.1:20001: Address already in use.';
  expect(died('', `INFO starting\n${bind}\nINFO bye\n`)).toEqual({ kind: 'port', line: bind });
  expect(died('', 'ERROR java.io.IOException: No space left on device\n').kind).toBe('disk');
  expect(died('There is insufficient memory for the Java Runtime Environment to continue.\n', '').kind).toBe('memory');
  expect(died('', 'ERROR Failed to acquire lock on file .lock in /data/1\n').kind).toBe('locked');
  expect(died('', 'INFO a\nERROR Exiting: InconsistentClusterIdException\nINFO b\n')).toEqual({
    kind: 'refused',
    line: 'ERROR Exiting: InconsistentClusterIdException',
  });
  expect(died('', 'INFO loading\n', 'SIGKILL')).toEqual({ kind: 'killed', line: 'INFO loading' });
});

test("Kafka's tools get the cluster's address where each of them takes it", () => {
  const add = (tool: string, ...args: string[]) => withBootstrap(toolNamed(tool), ['127.0.0.1:20001'], args);
  expect(add('kafka-topics', '--list')).toEqual(['--list', '--bootstrap-server', '127.0.0.1:20001']);
  expect(add('topics.sh', '--list')).toEqual(['--list', '--bootstrap-server', '127.0.0.1:20001']);
  expect(add('kafka-metadata-quorum', 'describe', '--status')).toEqual([
    '--bootstrap-server',
    '127.0.0.1:20001',
    'describe',
    '--status',
  ]);
  expect(add('kafka-dump-log', '--files', 'x.log')).toEqual(['--files', 'x.log']);
  expect(add('kafka-topics', '--list', '--bootstrap-server', 'mine:9092')).toEqual(['--list', '--bootstrap-server', 'mine:9092']);
  expect(() => toolNamed('kafka-typo')).toThrow('Kafka has no tool "kafka-typo".');
});
