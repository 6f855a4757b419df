import type { Connection } from '@platformatic/kafka';
import type { Cluster } from '@proving/cluster';
import { type BrokerId, brokerId } from '@proving/spec';

/** The library is half a second of loading, so it is loaded when the first question is asked and not before. */
export const library = () => import('@platformatic/kafka');

interface Address {
  readonly host: string;
  readonly port: number;
}

/**
 * One direct connection to each broker, so that a question can be put to exactly one of them. A frozen broker accepts a
 * connection and never answers; every question therefore has a short deadline, and the driver's word is taken first.
 */
export class Connections implements AsyncDisposable {
  readonly #cluster: Cluster;
  readonly #open = new Map<BrokerId, Promise<Connection>>();
  #addresses: ReadonlyMap<BrokerId, Address> | null = null;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  /** The brokers that the driver believes to be answering. */
  answering(): readonly BrokerId[] {
    const states = this.#cluster.states();
    return this.#cluster.brokers.filter((broker) => (states.get(broker) ?? 'up') === 'up');
  }

  /** @throws when the broker does not take the connection within half a second */
  async to(broker: BrokerId): Promise<Connection> {
    const known = this.#open.get(broker);
    if (known) {
      const connection = await known.catch(() => null);
      if (connection?.isConnected()) return connection;
    }
    const { host, port } = await this.addressOf(broker);
    const opening = this.#connect(host, port);
    this.#open.set(broker, opening);
    return opening;
  }

  /** Puts a question that any broker can answer to the answering ones, one after the other. @throws the last one's refusal */
  async anywhere<T>(ask: (connection: Connection) => Promise<T>): Promise<T> {
    let failure: unknown = new Error('no broker answers');
    for (const broker of this.answering()) {
      try {
        return await ask(await this.to(broker));
      } catch (cause) {
        failure = cause;
      }
    }
    throw failure;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const open = await Promise.all([...this.#open.values()].map((opening) => opening.catch(() => null)));
    this.#open.clear();
    for (const connection of open) connection?.socket?.destroy();
  }

  async #connect(host: string, port: number): Promise<Connection> {
    const { Connection } = await library();
    const { security } = this.#cluster;
    const connection = new Connection('proving-observer', {
      connectTimeout: 500,
      requestTimeout: 1_000,
      ...(security?.tls ? { tls: security.tls } : {}),
      ...(security?.sasl ? { sasl: { ...security.sasl, mechanism: security.sasl.mechanism.toUpperCase() as 'PLAIN' } } : {}),
    });
    connection.on('error', () => undefined);
    await connection.connect(host, port);
    return connection;
  }

  /** Where a broker says that clients reach it. */
  async addressOf(broker: BrokerId): Promise<Address> {
    this.#addresses ??= await this.#learnAddresses();
    const address = this.#addresses.get(broker);
    if (!address) throw new Error(`broker ${broker} is not in the cluster's metadata`);
    return address;
  }

  async #learnAddresses(): Promise<ReadonlyMap<BrokerId, Address>> {
    const { metadataV12 } = await library();
    const failures: unknown[] = [];
    for (const each of this.#cluster.bootstrap) {
      const [host = '', port = ''] = each.split(/:(?=\d+$)/);
      try {
        const connection = await this.#connect(host, Number(port));
        const { brokers } = await metadataV12.api.async(connection, [], false, false);
        connection.socket.destroy();
        if (brokers.length >= this.#cluster.brokers.length || each === this.#cluster.bootstrap.at(-1)) {
          return new Map(brokers.map((one) => [brokerId(one.nodeId), { host: one.host, port: one.port }]));
        }
      } catch (cause) {
        failures.push(cause);
      }
    }
    throw new AggregateError(failures, 'no broker of the cluster answers');
  }
}
