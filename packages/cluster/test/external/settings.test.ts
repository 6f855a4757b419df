import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { learnerPrefix } from '../../src/external/prefix.ts';
import { externalSettings } from '../../src/external/settings.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proving-settings-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const password = 'correct horse battery staple';
const read = (env: Record<string, string>) => externalSettings({ PROVING_HOME: folder, PROVING_PREFIX: 'ada', ...env });
const refusal = (env: Record<string, string>) => {
  try {
    return read({ PROVING_BOOTSTRAP: 'kafka:9092', ...env });
  } catch (error) {
    const { code, message, saw, fix, exit } = error as Record<'code' | 'message' | 'saw' | 'fix' | 'exit', unknown>;
    return { code, message, saw, fix, exit };
  }
};

test('nothing asked for is nothing', () => {
  expect(read({})).toBe(null);
  expect(read({ PROVING_BOOTSTRAP: '  ' })).toBe(null);
});

test('plaintext brokers need their addresses alone', () => {
  expect(read({ PROVING_BOOTSTRAP: 'a.example:9092, 10.0.0.2:9093,[::1]:9094' })).toEqual({
    bootstrap: [
      { host: 'a.example', port: 9092 },
      { host: '10.0.0.2', port: 9093 },
      { host: '::1', port: 9094 },
    ],
    security: null,
    prefix: 'ada-',
  });
});

test('a log-in over TLS', () => {
  const env = {
    PROVING_TLS: '1',
    PROVING_SASL_MECHANISM: 'SCRAM-SHA-512',
    PROVING_SASL_USERNAME: 'ada',
    PROVING_SASL_PASSWORD: password,
  };
  expect(read({ PROVING_BOOTSTRAP: 'a:9092', ...env })?.security).toEqual({
    tls: {},
    sasl: { mechanism: 'scram-sha-512', username: 'ada', password },
  });
});

test.each([
  ['kafka', '"kafka"'],
  ['http://kafka:9092', '"http://kafka:9092"'],
  ['kafka:9092,', '""'],
  ['kafka:99999', '"kafka:99999"'],
])('an address that is not host:port: %s', (bootstrap, saw) => {
  expect(refusal({ PROVING_BOOTSTRAP: bootstrap })).toEqual({
    code: 'setting',
    message: 'PROVING_BOOTSTRAP is a list of addresses, and one of them is not host:port.',
    saw,
    fix: 'Write them with commas between, without protocol and path: PROVING_BOOTSTRAP=kafka-1.example.org:9092,kafka-2.example.org:9092',
    exit: 64,
  });
});

test.each([
  [{ PROVING_SASL_MECHANISM: 'plain' }, 'PROVING_SASL_MECHANISM is set, and PROVING_SASL_USERNAME is not.'],
  [
    { PROVING_SASL_MECHANISM: 'plain', PROVING_SASL_USERNAME: 'ada' },
    'PROVING_SASL_MECHANISM is set, and PROVING_SASL_PASSWORD is not.',
  ],
  [{ PROVING_SASL_USERNAME: 'ada' }, 'PROVING_SASL_USERNAME is set, and PROVING_SASL_MECHANISM is not.'],
  [{ PROVING_SASL_PASSWORD: password }, 'PROVING_SASL_PASSWORD is set, and PROVING_SASL_MECHANISM is not.'],
  [{ PROVING_SASL_MECHANISM: 'gssapi' }, "PROVING_SASL_MECHANISM names a mechanism that the course's clients do not speak."],
  [{ PROVING_TLS: 'yes' }, 'PROVING_TLS is 1 or 0.'],
  [{ PROVING_TLS_CA: '/ca.pem' }, 'PROVING_TLS_CA is set, but TLS is not asked for.'],
  [{ PROVING_TLS: '0', PROVING_TLS_KEY: '/key.pem' }, 'PROVING_TLS_KEY is set, but TLS is not asked for.'],
  [{ PROVING_TLS: '1', PROVING_TLS_CA: '/none/ca.pem' }, 'The file that PROVING_TLS_CA names could not be read.'],
  [{ PROVING_PREFIX: 'ada.lovelace' }, 'PROVING_PREFIX must be of letters, digits and dashes, and at most 32 long.'],
])('refused by name: %o', (env, message) => {
  const refused = refusal(env);
  expect(refused).toMatchObject({ code: 'setting', message, fix: expect.stringMatching(/\S/), exit: 64 });
  expect(JSON.stringify(refused)).not.toContain(password);
});

test('a certificate without its key, and a key without its certificate', () => {
  const file = join(folder, 'some.pem');
  writeFileSync(file, 'text that is not PEM');
  expect(refusal({ PROVING_TLS: '1', PROVING_TLS_CERT: file })).toMatchObject({
    message: 'PROVING_TLS_CERT is set, and PROVING_TLS_KEY is not.',
  });
  expect(refusal({ PROVING_TLS: '1', PROVING_TLS_KEY: file })).toMatchObject({
    message: 'PROVING_TLS_KEY is set, and PROVING_TLS_CERT is not.',
  });
  expect(refusal({ PROVING_TLS: '1', PROVING_TLS_KEY: file, PROVING_TLS_CERT: file })).toMatchObject({
    message: 'The files named by PROVING_TLS_CERT, PROVING_TLS_KEY are not usable for TLS.',
    saw: expect.stringMatching(/PEM|no start line/i),
  });
});

test('the prefix is drawn once and stays', () => {
  const home = mkdtempSync(join(folder, 'home-'));
  const first = learnerPrefix(null, join(home, 'not', 'made', 'yet'));
  expect(first).toMatch(/^[a-z]+-[a-z]+-\d{3}-$/);
  expect(learnerPrefix(null, join(home, 'not', 'made', 'yet'))).toBe(first);
  expect(learnerPrefix('Ada-1-', home)).toBe('Ada-1-');
});
