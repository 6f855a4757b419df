import type { BrokerId, BrokerState, Duration, Power, Shape } from '@proving/spec';
import type { Cluster, Powers } from '../driver.ts';
import { brokerId, powers } from '../words.ts';
import type { Files } from './files.ts';
import { memberState } from './members.ts';
import type { BrokerPorts } from './ports.ts';
import { powersOf } from './powers.ts';
import type { State } from './state.ts';

/** The running processes, as an experiment sees them. */
export class JvmCluster implements Cluster {
  readonly driver = 'jvm';
  readonly shape: Shape;
  readonly kafka: string;
  readonly bootstrap: readonly string[];
  readonly proxied: readonly string[];
  readonly prefix = '';
  readonly security = null;
  readonly brokers: readonly BrokerId[];
  readonly powers: ReadonlySet<Power> = new Set(powers);
  readonly #files: Files;
  readonly #state: State;
  readonly #release: Disposable;
  readonly #heal: (within: Duration) => Promise<void>;

  constructor(files: Files, state: State, release: Disposable, heal: (within: Duration) => Promise<void>) {
    const brokers = state.members.flatMap(({ id, role, ports }) =>
      role === 'broker' ? [{ id: brokerId(id), ports: ports as BrokerPorts }] : [],
    );
    this.shape = state.shape;
    this.kafka = state.kafka;
    this.bootstrap = brokers.map(({ ports }) => `127.0.0.1:${ports.client}`);
    this.proxied = brokers.map(({ ports }) => `127.0.0.1:${ports.advertised}`);
    this.brokers = brokers.map(({ id }) => id);
    this.#files = files;
    this.#state = state;
    this.#release = release;
    this.#heal = heal;
  }

  async use<P extends Power>(power: P): Promise<Powers[P]> {
    return powersOf(this.#files, this.#state)[power];
  }

  states(): ReadonlyMap<BrokerId, BrokerState> {
    return new Map(this.brokers.map((id) => [id, memberState(this.#files, id)]));
  }

  heal(within: Duration): Promise<void> {
    return this.#heal(within);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#release[Symbol.dispose]();
  }
}
