import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Security } from '../driver.ts';
import { type Connection, Failed } from './connection.ts';
import { Writer } from './wire.ts';

type Sasl = NonNullable<Security['sasl']>;

const handshake = 17;
const authenticate = 36;
const unsupportedMechanism = 33;

/**
 * Logs in on an open connection: SaslHandshake, then PLAIN (RFC 4616) or SCRAM (RFC 5802).
 * @throws {Failed} with the broker's own words
 */
export async function logIn(connection: Connection, sasl: Sasl): Promise<void> {
  const name = sasl.mechanism.toUpperCase();
  const answer = await connection.ask(handshake, 1, new Writer().string(name).done());
  const error = answer.int16();
  const offered = answer.list(() => answer.string() ?? '');
  if (error === unsupportedMechanism)
    throw new Failed({ kind: 'mechanism', saw: `UNSUPPORTED_SASL_MECHANISM (33), offered: ${offered.join(', ')}`, offered });
  if (error !== 0) throw new Failed({ kind: 'no-sasl', saw: `the broker answered SaslHandshake with error ${error}` });
  if (sasl.mechanism === 'plain') {
    await say(connection, `\0${sasl.username}\0${sasl.password}`);
    return;
  }
  await scram(connection, sasl, sasl.mechanism === 'scram-sha-256' ? 'sha256' : 'sha512');
}

async function scram(connection: Connection, sasl: Sasl, hash: 'sha256' | 'sha512'): Promise<void> {
  const nonce = randomBytes(18).toString('base64');
  const user = sasl.username.replaceAll('=', '=3D').replaceAll(',', '=2C');
  const first = `n=${user},r=${nonce}`;
  const challenge = await say(connection, `n,,${first}`);
  const { r = '', s = '', i = '' } = fields(challenge);
  const rounds = Number(i);
  if (!r.startsWith(nonce) || !(rounds >= 1 && rounds <= 1_000_000))
    throw new Failed({ kind: 'not-kafka', saw: 'its SCRAM challenge was not an answer to ours' });

  const salted = pbkdf2Sync(sasl.password.normalize('NFKC'), Buffer.from(s, 'base64'), rounds, hash === 'sha256' ? 32 : 64, hash);
  const hmac = (key: Buffer, text: string) => createHmac(hash, key).update(text).digest();
  const clientKey = hmac(salted, 'Client Key');
  const bare = `c=biws,r=${r}`;
  const all = `${first},${challenge},${bare}`;
  const signature = hmac(createHash(hash).update(clientKey).digest(), all);
  const proof = Buffer.from(clientKey.map((byte, at) => byte ^ (signature[at] as number)));
  const { v = '' } = fields(await say(connection, `${bare},p=${proof.toString('base64')}`));

  const expected = hmac(hmac(salted, 'Server Key'), all);
  const proved = Buffer.from(v, 'base64');
  if (proved.length !== expected.length || !timingSafeEqual(proved, expected))
    throw new Failed({ kind: 'password', saw: 'the broker could not prove that it knows this user' });
}

async function say(connection: Connection, text: string): Promise<string> {
  const answer = await connection.ask(authenticate, 0, new Writer().bytes(Buffer.from(text)).done());
  const error = answer.int16();
  const message = answer.string();
  if (error !== 0) throw new Failed({ kind: 'password', saw: message ?? `SaslAuthenticate error ${error}` });
  return answer.bytes().toString();
}

const fields = (text: string): Record<string, string> =>
  Object.fromEntries(text.split(',').map((field) => [field.slice(0, 1), field.slice(2)]));
