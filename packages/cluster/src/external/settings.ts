import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { createSecureContext } from 'node:tls';
import { Plain, provingHome } from '@proving/spec';
import type { Security } from '../driver.ts';
import { learnerPrefix } from './prefix.ts';

/** What a learner says about somebody else's brokers, read and found whole before any of them is called. */
export interface ExternalSettings {
  readonly bootstrap: readonly Address[];
  readonly security: Security | null;
  readonly prefix: string;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads `PROVING_BOOTSTRAP`, `PROVING_TLS…`, `PROVING_SASL_…` and `PROVING_PREFIX`. Null when no brokers are asked for.
 * @throws {Plain} code `setting`, exit 64, naming the setting that is wrong or half given
 */
export function externalSettings(env: Environment): ExternalSettings | null {
  const list = given(env, 'PROVING_BOOTSTRAP');
  if (!list) return null;
  const tls = tlsOf(env);
  const sasl = saslOf(env);
  return {
    bootstrap: list.split(',').map((each) => addressOf(each.trim())),
    security: tls || sasl ? { tls, sasl } : null,
    prefix: learnerPrefix(given(env, 'PROVING_PREFIX'), provingHome(env, process.platform, homedir())),
  };
}

export const inWords = (address: Address) =>
  address.host.includes(':') ? `[${address.host}]:${address.port}` : `${address.host}:${address.port}`;

function addressOf(text: string): Address {
  const parts = /^(?:\[([0-9a-f:]+)\]|([a-z0-9._-]+)):(\d{1,5})$/i.exec(text);
  const port = Number(parts?.[3]);
  if (!parts || port < 1 || port > 65_535)
    throw wrong('PROVING_BOOTSTRAP is a list of addresses, and one of them is not host:port.', {
      saw: `"${text}"`,
      fix: 'Write them with commas between, without protocol and path: PROVING_BOOTSTRAP=kafka-1.example.org:9092,kafka-2.example.org:9092',
    });
  return { host: (parts[1] ?? parts[2]) as string, port };
}

function tlsOf(env: Environment): Security['tls'] {
  const wanted = given(env, 'PROVING_TLS');
  if (wanted && wanted !== '0' && wanted !== '1')
    throw wrong('PROVING_TLS is 1 or 0.', {
      saw: `PROVING_TLS=${wanted}`,
      fix: 'Set PROVING_TLS=1 for brokers behind TLS, else leave it out.',
    });
  const files = ['PROVING_TLS_CA', 'PROVING_TLS_CERT', 'PROVING_TLS_KEY'] as const;
  if (wanted !== '1') {
    const named = files.find((name) => given(env, name));
    if (named)
      throw wrong(`${named} is set, but TLS is not asked for.`, { fix: `Set PROVING_TLS=1 beside it, or leave ${named} out.` });
    return null;
  }
  const [ca, cert, key] = files.map((name) => fileOf(env, name));
  if (cert && !key) throw halfGiven('PROVING_TLS_CERT', 'PROVING_TLS_KEY', 'the file with its private key');
  if (key && !cert) throw halfGiven('PROVING_TLS_KEY', 'PROVING_TLS_CERT', 'the file with its certificate');
  const tls = { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) };
  try {
    createSecureContext(tls);
  } catch (cause) {
    throw wrong(`The files named by ${files.filter((name) => given(env, name)).join(', ')} are not usable for TLS.`, {
      saw: (cause as Error).message,
      fix: 'They must be PEM text (-----BEGIN …), the key without a passphrase and belonging to the certificate.',
    });
  }
  return tls;
}

const mechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

function saslOf(env: Environment): Security['sasl'] {
  const mechanism = given(env, 'PROVING_SASL_MECHANISM')?.toLowerCase();
  const username = given(env, 'PROVING_SASL_USERNAME');
  const password = given(env, 'PROVING_SASL_PASSWORD');
  if (!mechanism) {
    if (username) throw halfGiven('PROVING_SASL_USERNAME', 'PROVING_SASL_MECHANISM', `one of ${mechanisms.join(', ')}`);
    if (password) throw halfGiven('PROVING_SASL_PASSWORD', 'PROVING_SASL_MECHANISM', `one of ${mechanisms.join(', ')}`);
    return null;
  }
  const known = mechanisms.find((each) => each === mechanism);
  if (!known)
    throw wrong(`PROVING_SASL_MECHANISM names a mechanism that the course's clients do not speak.`, {
      saw: mechanism,
      fix: `Ask whoever runs the brokers for one of ${mechanisms.join(', ')}.`,
    });
  if (!username) throw halfGiven('PROVING_SASL_MECHANISM', 'PROVING_SASL_USERNAME', 'the user to log in as');
  if (!password) throw halfGiven('PROVING_SASL_MECHANISM', 'PROVING_SASL_PASSWORD', "that user's password");
  return { mechanism: known, username, password };
}

function fileOf(env: Environment, name: string): string | null {
  const path = given(env, name);
  if (!path) return null;
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw wrong(`The file that ${name} names could not be read.`, {
      saw: (cause as Error).message,
      fix: 'Check its path and who may read it.',
    });
  }
}

const given = (env: Environment, name: string) => env[name]?.trim() || null;

const halfGiven = (set: string, missing: string, what: string) =>
  wrong(`${set} is set, and ${missing} is not.`, { fix: `Set ${missing}, ${what}, or leave ${set} out.` });

const wrong = (what: string, parts: { saw?: string; fix: string }) => new Plain('setting', what, { ...parts, exit: 64 });
