import type { BrokerId, BrokerState, Duration, Power, Service, Shape } from '@proving/spec';
import type { Cluster, Powers, Progress } from '../driver.ts';
import type { Services } from '../services/service.ts';
import { brokerId, powers } from '../words.ts';
import type { Files } from './files.ts';
import { memberState } from './member-state.ts';
import { bootstrapOf, type State } from './state.ts';

/** The running processes, as an experiment sees them. */
export class JvmCluster implements Cluster {
  readonly driver = 'jvm';
  readonly prefix = '';
  readonly security = null;
  readonly powers: ReadonlySet<Power> = new Set(powers);
  readonly #files: Files;
  readonly #release: Disposable;
  readonly #raise: (within: Duration) => Promise<State>;
  #state: State;

  constructor(files: Files, state: State, release: Disposable, raise: (within: Duration) => Promise<State>) {
    this.#files = files;
    this.#state = state;
    this.#release = release;
    this.#raise = raise;
  }

  get shape(): Shape {
    return this.#state.shape;
  }
  get kafka(): string {
    return this.#state.kafka;
  }
  get bootstrap(): readonly string[] {
    return bootstrapOf(this.#state);
  }
  get proxied(): readonly string[] {
    return this.#state.members.flatMap(({ ports }) => ('advertised' in ports ? [`127.0.0.1:${ports.advertised}`] : []));
  }
  get brokers(): readonly BrokerId[] {
    return this.#state.members.filter(({ role }) => role === 'broker').map(({ id }) => brokerId(id));
  }

  async use<P extends Power>(power: P): Promise<Powers[P]> {
    const { powersOf } = await import('./powers.ts');
    return powersOf(this.#files, this.#state)[power];
  }

  async serve<S extends Service>(service: S, tell?: (progress: Progress) => void): Promise<Services[S]> {
    const { serve } = await import('../services/serve.ts');
    return serve[service](tell);
  }

  states(): ReadonlyMap<BrokerId, BrokerState> {
    return new Map(this.brokers.map((id) => [id, memberState(this.#files, id)]));
  }

  async heal(within: Duration): Promise<void> {
    this.#state = await this.#raise(within);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#release[Symbol.dispose]();
  }
}
