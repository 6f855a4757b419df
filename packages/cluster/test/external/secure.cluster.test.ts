import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf } from '../../conformance/client.ts';
import { clusterOf, externalDriver } from '../../src/external/driver.ts';
import { call } from '../../src/external/reach.ts';
import { type ExternalSettings, externalSettings } from '../../src/external/settings.ts';
import { password, type SecureBroker, secureBroker, user } from './secure-broker.ts';

let broker: SecureBroker;
let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'proving-secure-home-'));
  broker = await secureBroker();
});
afterAll(async () => {
  await broker?.[Symbol.asyncDispose]();
  rmSync(home, { recursive: true });
});

type Env = Record<string, string>;
const tls = (): Env => ({ PROVING_TLS: '1', PROVING_TLS_CA: broker.files.ca });
const login = (mechanism: string, secret = password): Env => ({
  PROVING_SASL_MECHANISM: mechanism,
  PROVING_SASL_USERNAME: user,
  PROVING_SASL_PASSWORD: secret,
});
const environment = (listener: keyof SecureBroker['ports'], env: Env, host = '127.0.0.1') => ({
  PROVING_HOME: home,
  PROVING_BOOTSTRAP: `${host}:${broker.ports[listener]}`,
  ...env,
});

async function refusal(listener: keyof SecureBroker['ports'], env: Env, host?: string) {
  const began = performance.now();
  const failure = await externalDriver(environment(listener, env, host))
    .start('standard', () => {})
    .then(
      () => null,
      (error: Record<'code' | 'saw' | 'fix' | 'message' | 'stack', string>) => error,
    );
  expect(performance.now() - began).toBeLessThan(9_000);
  for (const secret of [password, 'wrong password'])
    expect(JSON.stringify([failure, failure?.message, failure?.stack])).not.toContain(secret);
  return { code: failure?.code, saw: failure?.saw, fix: failure?.fix };
}

test('a plaintext client on a TLS port', async () => {
  expect(await refusal('TLS', {})).toMatchObject({ code: 'plaintext-on-tls', fix: expect.stringContaining('PROVING_TLS=1') });
});

test('a TLS client on a plaintext port', async () => {
  expect(await refusal('PLAIN', tls())).toMatchObject({
    code: 'tls-on-plaintext',
    saw: expect.stringContaining('Client network socket disconnected before secure TLS connection was established'),
    fix: expect.stringContaining('PROVING_TLS'),
  });
});

test('a certificate that nobody here vouches for', async () => {
  expect(await refusal('TLS', { PROVING_TLS: '1' })).toMatchObject({
    code: 'tls',
    saw: expect.stringContaining('UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
    fix: expect.stringContaining('PROVING_TLS_CA'),
  });
});

test('a certificate for another name', async () => {
  expect(await refusal('TLS', tls(), 'localhost')).toMatchObject({
    code: 'tls',
    saw: expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID'),
    fix: expect.stringContaining('PROVING_BOOTSTRAP'),
  });
});

test('a listener that asks for a certificate of ours', async () => {
  expect(await refusal('MUTUAL', tls())).toMatchObject({
    code: 'tls',
    saw: expect.stringMatching(/certificate required/i),
    fix: expect.stringContaining('PROVING_TLS_CERT'),
  });
  const { cert, key } = broker.files;
  expect(await refusal('MUTUAL', { ...tls(), PROVING_TLS_CERT: cert, PROVING_TLS_KEY: key })).toMatchObject({
    code: 'too-few-brokers',
  });
});

test('a listener that wants a log-in, and gets none', async () => {
  expect(await refusal('LOGIN', tls())).toMatchObject({
    code: 'login-wanted',
    fix: expect.stringContaining('PROVING_SASL_MECHANISM'),
  });
});

test('a log-in where none is taken', async () => {
  expect(await refusal('TLS', { ...tls(), ...login('plain') })).toMatchObject({
    code: 'no-sasl',
    fix: expect.stringContaining('PROVING_SASL_'),
  });
});

test('a mechanism that is not offered', async () => {
  const { code, saw, fix } = await refusal('LOGIN', { ...tls(), ...login('scram-sha-256') });
  expect(code).toBe('mechanism');
  expect(saw).toMatch(/^UNSUPPORTED_SASL_MECHANISM \(33\), offered: .*SCRAM-SHA-512/);
  expect(fix).toContain('scram-sha-512');
});

test.each([
  ['scram-sha-512', 'Authentication failed during authentication due to invalid credentials with SASL mechanism SCRAM-SHA-512'],
  ['plain', 'Authentication failed: Invalid username or password'],
])('a wrong password with %s', async (mechanism, saw) => {
  expect(await refusal('LOGIN', { ...tls(), ...login(mechanism, 'wrong password') })).toEqual({
    code: 'password',
    saw,
    fix: 'Check PROVING_SASL_USERNAME and PROVING_SASL_PASSWORD.',
  });
});

test('an address that the cluster hands out and that leads nowhere', async () => {
  expect(await refusal('ASTRAY', {})).toMatchObject({
    code: 'advertised',
    saw: expect.stringContaining('connect ECONNREFUSED 127.0.0.1:'),
    fix: expect.stringContaining('advertised.listeners'),
  });
});

test('a cluster of one broker is reached, and is not enough', async () => {
  expect(await refusal('PLAIN', {})).toEqual({
    code: 'too-few-brokers',
    saw: `1 broker: 1 at 127.0.0.1:${broker.ports.PLAIN}`,
    fix: 'Name a cluster of three or more brokers in PROVING_BOOTSTRAP, or leave it out to use a cluster on this machine.',
  });
});

test.each(['scram-sha-512', 'plain'])('what the cluster says of its security is enough for a client: %s', async (mechanism) => {
  const settings = externalSettings(environment('LOGIN', { ...tls(), ...login(mechanism) })) as ExternalSettings;
  const met = await call({ host: '127.0.0.1', port: broker.ports.LOGIN }, settings.security);
  if (met.kind !== 'greeting') throw new Error(met.trouble.saw);
  const cluster = clusterOf(settings, met.greeting);
  expect(await clientOf(cluster).brokers()).toEqual([1]);
  await using topic = await clientOf(cluster).topic({}, [1]);
  await clientOf(cluster).send(topic, ['over TLS, with a name']);
  expect(await clientOf(cluster).read(topic, 1)).toEqual(['over TLS, with a name']);
});
