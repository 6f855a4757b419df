import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { externalDriver } from '../../src/external/driver.ts';
import { greet } from '../../src/external/greet.ts';
import { waitFor } from '../../src/wait.ts';
import { closedPort, hangsUp, type Listener, olderKafka, silent, webPage } from './listeners.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'proving-refusals-'));
});
afterAll(() => rmSync(home, { recursive: true }));

const password = 'correct horse battery staple';

/** What a start says, and how long it took to say it. Everything a probe says is the same in one line. */
async function start(bootstrap: string, env: Record<string, string> = {}) {
  const driver = externalDriver({ PROVING_HOME: home, PROVING_BOOTSTRAP: bootstrap, ...env });
  const began = performance.now();
  const failure = await driver
    .start('standard', () => {})
    .then(
      () => null,
      (error: Record<'code' | 'message' | 'saw' | 'fix' | 'exit', unknown>) => error,
    );
  expect(performance.now() - began).toBeLessThan(7_000);
  expect(JSON.stringify(failure)).not.toContain(password);
  const { code, message, saw, fix, exit } = failure ?? {};
  return { code, message, saw, fix, exit };
}

async function nothingIsLeftOpen(listener: Listener) {
  await waitFor('the sockets to close', () => listener.open() === 0, { within: '2s', saw: () => `${listener.open()} open` });
}

test('nobody asked for it', async () => {
  expect(await externalDriver({ PROVING_HOME: home }).probe()).toEqual({
    ready: false,
    because: 'No brokers of somebody else were named.',
    fix: 'Set PROVING_BOOTSTRAP=host:port,host:port to use your own brokers.',
  });
});

test('a closed port', async () => {
  const port = await closedPort();
  expect(await start(`127.0.0.1:${port}`)).toEqual({
    code: 'refused',
    message: `Nothing listens at 127.0.0.1:${port}.`,
    saw: `connect ECONNREFUSED 127.0.0.1:${port}`,
    fix: 'Check host and port in PROVING_BOOTSTRAP, and that the broker is running.',
    exit: 3,
  });
});

test('two closed ports are one error that shows both', async () => {
  const [a, b] = [await closedPort(), await closedPort()];
  expect((await start(`127.0.0.1:${a},127.0.0.1:${b}`)).saw).toBe(
    `127.0.0.1:${a}: connect ECONNREFUSED 127.0.0.1:${a}; 127.0.0.1:${b}: connect ECONNREFUSED 127.0.0.1:${b}`,
  );
});

test('a probe says the same in one line', async () => {
  const port = await closedPort();
  expect(await externalDriver({ PROVING_HOME: home, PROVING_BOOTSTRAP: `127.0.0.1:${port}` }).probe()).toEqual({
    ready: false,
    because: `Nothing listens at 127.0.0.1:${port}. Seen: connect ECONNREFUSED 127.0.0.1:${port}`,
    fix: 'Check host and port in PROVING_BOOTSTRAP, and that the broker is running.',
  });
});

test('a name that nobody has', async () => {
  expect(await start('broker.invalid:9092')).toMatchObject({
    code: 'unknown-host',
    message: 'No machine is known here by the name broker.invalid.',
    saw: expect.stringMatching(/^getaddrinfo (ENOTFOUND|EAI_AGAIN) broker\.invalid/),
  });
});

// What a machine far away does, silence before the connection stands, is what a call sees whose time is up at once.
test('an address that cannot be reached', async () => {
  await using listener = await silent();
  const at = { host: '127.0.0.1', port: listener.port };
  const unreached = await greet(at, null, AbortSignal.abort());
  expect(unreached).toEqual({
    kind: 'unanswered',
    at,
    during: 'hello',
    trouble: { kind: 'unreachable', saw: `no answer from 127.0.0.1:${listener.port} to the request for a connection` },
  });
});

test('an address that no route leads to', async () => {
  expect(await start('255.255.255.255:9092')).toMatchObject({
    code: 'unreachable',
    message: '255.255.255.255:9092 cannot be reached from this machine.',
  });
});

test.each([{}, { PROVING_TLS: '1' }])('a socket that says nothing, %o', async (env) => {
  await using listener = await silent();
  expect(await start(`127.0.0.1:${listener.port}`, env)).toMatchObject({
    code: 'silent',
    message: `127.0.0.1:${listener.port} takes connections, and says nothing.`,
    saw: `127.0.0.1:${listener.port} accepted the connection and did not answer`,
  });
  await nothingIsLeftOpen(listener);
});

test('a socket that hangs up', async () => {
  await using listener = await hangsUp();
  expect(await start(`127.0.0.1:${listener.port}`)).toMatchObject({
    code: 'closed',
    message: `127.0.0.1:${listener.port} hangs up on a Kafka client.`,
  });
});

test('a web server', async () => {
  await using listener = await webPage();
  expect(await start(`127.0.0.1:${listener.port}`)).toEqual({
    code: 'not-kafka',
    message: `127.0.0.1:${listener.port} answers, but not as a Kafka broker does.`,
    saw: 'it said "HTTP/1.1 400 Bad Request"',
    fix: 'PROVING_BOOTSTRAP needs the address of a Kafka listener, not that of a web page, a REST proxy or a schema registry.',
    exit: 3,
  });
  await nothingIsLeftOpen(listener);
});

test.each([
  [true, 11],
  [false, 7],
])('brokers older than 4.0 (flexible: %s)', async (flexible, produce) => {
  await using listener = await olderKafka({ flexible });
  expect(await start(`127.0.0.1:${listener.port}`)).toEqual({
    code: 'too-old',
    message: `The brokers at 127.0.0.1:${listener.port} are older than Kafka 4.0, and the lessons are about 4.0 and newer.`,
    saw: `the highest version of Produce they speak is ${produce}; Kafka 4.0 speaks 12`,
    fix: 'Name newer brokers in PROVING_BOOTSTRAP, or leave it out to use a cluster on this machine.',
    exit: 3,
  });
  await nothingIsLeftOpen(listener);
});

test('another shape than three brokers as they are', async () => {
  const driver = externalDriver({ PROVING_HOME: home, PROVING_BOOTSTRAP: '127.0.0.1:9' });
  await expect(driver.start('pair', () => {})).rejects.toMatchObject({ code: 'not-provable-here', exit: 2 });
});
