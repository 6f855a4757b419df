import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { javaArguments, javaEnvironment } from '../../src/jvm/java.ts';
import { properties } from '../../src/jvm/node-config.ts';
import { prepare } from '../../src/jvm/prepare.ts';
import { answers } from '../../src/jvm/wire.ts';
import { waitFor } from '../../src/wait.ts';
import { closedPort } from './listeners.ts';

const run = promisify(execFile);

/** One broker, its own controller, with a listener for each way of being somebody else's: by name, its port on 127.0.0.1. */
export interface SecureBroker extends AsyncDisposable {
  readonly ports: Readonly<Record<Listener, number>>;
  /** The certificate of the authority that signed all others; a client's certificate and its key. */
  readonly files: { readonly ca: string; readonly cert: string; readonly key: string };
}

const listeners = {
  PLAIN: 'PLAINTEXT',
  /** Advertised at a port where nobody listens. */
  ASTRAY: 'PLAINTEXT',
  TLS: 'SSL',
  /** Asks for a certificate of the client. */
  MUTUAL: 'SSL',
  LOGIN: 'SASL_SSL',
} as const;
type Listener = keyof typeof listeners;

export const user = 'ada';
export const password = 'correct horse battery staple';

/** The recipe of production in one node: PEM files, SCRAM users made when the disk is formatted, PLAIN beside it. */
export async function secureBroker(): Promise<SecureBroker> {
  const folder = mkdtempSync(join(tmpdir(), 'proving-secure-'));
  const { kafka, jdk, archive } = await prepare(() => {});
  const ports = Object.fromEntries(
    await Promise.all(Object.keys(listeners).map(async (name) => [name, await closedPort()])),
  ) as Record<Listener, number>;
  const files = await certificates(folder);
  const config = join(folder, 'server.properties');
  writeFileSync(config, properties(settings(folder, ports, await closedPort(), await closedPort())));

  const jvm = { kafka, heapMB: 256, archive, logging: kafka.serverLogging, log: join(folder, 'server.log') };
  const users = ['SCRAM-SHA-512', 'SCRAM-SHA-256'].flatMap((how) => [
    '--add-scram',
    `${how}=[name=${user},password="${password}"]`,
  ]);
  const format = ['format', '--cluster-id', 'c2VjdXJlLWJyb2tlci0xMg', '--standalone', '--config', config, ...users];
  await run(jdk.java, javaArguments({ ...jvm, main: 'kafka.tools.StorageTool', args: format }), { env: javaEnvironment() });

  const broker = spawn(jdk.java, javaArguments({ ...jvm, main: 'kafka.Kafka', args: [config] }), {
    env: javaEnvironment(),
    stdio: 'ignore',
  });
  const gone = new Promise<void>((resolve) => broker.once('exit', () => resolve()));
  await waitFor('the secure broker to answer', () => broker.exitCode !== null || answers(ports.PLAIN), { within: '60s' });
  if (broker.exitCode !== null) throw new Error(readFileSync(jvm.log, 'utf8'));
  return {
    ports,
    files,
    async [Symbol.asyncDispose]() {
      broker.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function settings(folder: string, ports: Record<Listener, number>, controller: number, astray: number): Record<string, string> {
  const names = Object.keys(listeners) as Listener[];
  const at = (port: (name: Listener) => number) => names.map((name) => `${name}://127.0.0.1:${port(name)}`).join(',');
  const protocols = [...names.map((name) => `${name}:${listeners[name]}`), 'CONTROLLER:PLAINTEXT'];
  const sasl = 'listener.name.login';
  const modules = 'org.apache.kafka.common.security';
  return {
    'node.id': '1',
    'process.roles': 'broker,controller',
    'log.dirs': join(folder, 'data'),
    'controller.quorum.bootstrap.servers': `127.0.0.1:${controller}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `${at((name) => ports[name])},CONTROLLER://127.0.0.1:${controller}`,
    'advertised.listeners': `${at((name) => (name === 'ASTRAY' ? astray : ports[name]))},CONTROLLER://127.0.0.1:${controller}`,
    'inter.broker.listener.name': 'PLAIN',
    'listener.security.protocol.map': protocols.join(','),
    'offsets.topic.num.partitions': '1',
    'offsets.topic.replication.factor': '1',
    'group.initial.rebalance.delay.ms': '0',
    'log.cleaner.dedupe.buffer.size': '4194304',
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': join(folder, 'server.pem'),
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': join(folder, 'ca.pem'),
    'listener.name.mutual.ssl.client.auth': 'required',
    // SCRAM-SHA-256 has a user and is not offered: a mechanism that a learner may ask for in vain.
    'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-512',
    [`${sasl}.scram-sha-512.sasl.jaas.config`]: `${modules}.scram.ScramLoginModule required;`,
    [`${sasl}.plain.sasl.jaas.config`]: `${modules}.plain.PlainLoginModule required user_${user}="${password}";`,
  };
}

async function certificates(folder: string): Promise<SecureBroker['files']> {
  const file = (name: string) => join(folder, name);
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const authority = ['-CA', file('ca.pem'), '-CAkey', file('ca.key')];
  const request = (...args: readonly string[]) => run('openssl', ['req', '-x509', ...key, ...args]);
  await request('-subj', '/CN=a private authority', '-keyout', file('ca.key'), '-out', file('ca.pem'));
  const server = ['-subj', '/CN=broker', '-addext', 'subjectAltName=IP:127.0.0.1', '-addext', 'basicConstraints=critical,CA:FALSE'];
  await request(...server, ...authority, '-keyout', file('server.key'), '-out', file('server.crt'));
  await request('-subj', '/CN=ada', ...authority, '-keyout', file('client.key'), '-out', file('client.crt'));
  writeFileSync(file('server.pem'), readFileSync(file('server.key'), 'utf8') + readFileSync(file('server.crt'), 'utf8'));
  return { ca: file('ca.pem'), cert: file('client.crt'), key: file('client.key') };
}
