import { type BrokerId, brokerId } from '@proving/spec';
import type { Security } from '../driver.ts';
import { type Connection, Failed, open, type Trouble } from './connection.ts';
import { logIn } from './sasl.ts';
import type { Address } from './settings.ts';
import { type Reader, Writer } from './wire.ts';

/** What one broker says of itself and of its cluster. */
export interface Greeting {
  readonly brokers: readonly { readonly id: BrokerId; readonly address: Address }[];
  /** The highest version of Produce it speaks: 12 since Kafka 4.0. */
  readonly produce: number;
  /** The highest `metadata.version` it supports; null where it does not say. */
  readonly metadataVersion: number | null;
}

/** How far a greeting came, and what stood in the way there. */
export interface Unanswered {
  readonly at: Address;
  readonly during: 'hello' | 'login' | 'metadata';
  readonly trouble: Trouble;
}

export type Greeted = { readonly kind: 'greeting'; readonly greeting: Greeting } | ({ readonly kind: 'unanswered' } & Unanswered);

const apiVersions = 18;
const metadata = 3;
const produce = 0;
const unsupportedVersion = 35;

/** Opens a connection, asks what the other side is, logs in, asks who else is there, and closes the connection. Never throws. */
export async function greet(at: Address, security: Security | null, signal: AbortSignal): Promise<Greeted> {
  let during: Unanswered['during'] = 'hello';
  try {
    using connection = await open(at, security?.tls ?? null, signal);
    const said = await hello(connection);
    during = 'login';
    if (security?.sasl) await logIn(connection, security.sasl);
    during = 'metadata';
    return { kind: 'greeting', greeting: { ...said, brokers: await listed(connection) } };
  } catch (failure) {
    return { kind: 'unanswered', at, during, trouble: troubleOf(failure) };
  }
}

/** ApiVersions, which every listener answers before a log-in; version 3 carries the features. */
async function hello(connection: Connection): Promise<Omit<Greeting, 'brokers'>> {
  const software = new Writer().compact('proving-ground').compact('1').int8(0).done();
  const answer = await connection.ask(apiVersions, 3, software, true);
  const error = answer.int16();
  if (error === unsupportedVersion) return { produce: await olderHello(connection), metadataVersion: null };
  const highest = new Map(
    answer.compactList(() => {
      const [api, , max] = [answer.int16(), answer.int16(), answer.int16()];
      answer.tagged();
      return [api, max] as const;
    }),
  );
  answer.int32();
  let metadataVersion: number | null = null;
  const features = (field: Reader) =>
    field.compactList(() => {
      const [name, , max] = [field.compact(), field.int16(), field.int16()];
      field.tagged();
      if (name === 'metadata.version') metadataVersion = max;
    });
  answer.tagged({ 0: features });
  return { produce: highest.get(produce) ?? -1, metadataVersion };
}

async function olderHello(connection: Connection): Promise<number> {
  const answer = await connection.ask(apiVersions, 0, Buffer.alloc(0));
  answer.int16();
  const known = answer.list(() => [answer.int16(), answer.int16(), answer.int16()] as const);
  return known.find(([api]) => api === produce)?.[2] ?? -1;
}

async function listed(connection: Connection): Promise<Greeting['brokers']> {
  const noTopics = new Writer().int32(0).int8(0).done();
  const answer = await connection.ask(metadata, 5, noTopics);
  answer.int32();
  return answer.list(() => {
    const id = brokerId(answer.int32());
    const address = { host: answer.string() ?? '', port: answer.int32() };
    answer.string();
    return { id, address };
  });
}

function troubleOf(failure: unknown): Trouble {
  if (failure instanceof Failed) return failure.trouble;
  if (failure instanceof RangeError) return { kind: 'not-kafka', saw: failure.message };
  throw failure;
}
