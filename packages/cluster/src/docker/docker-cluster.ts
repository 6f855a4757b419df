import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrokerId, BrokerState, Duration, Power, Service } from '@proving/spec';
import type { Cluster, Powers, Progress } from '../driver.ts';
import type { Services } from '../services/service.ts';
import { brokerId, powers } from '../words.ts';
import { type Container, containersNow, containersOf } from './containers.ts';
import type { DockerFiles } from './files.ts';
import { bootstrapOf, type DockerState } from './state.ts';

/** The containers, as an experiment sees them. */
export class DockerCluster implements Cluster {
  readonly driver = 'docker';
  readonly shape = 'standard';
  readonly prefix = '';
  readonly security = null;
  readonly powers: ReadonlySet<Power> = new Set(powers);
  readonly #files: DockerFiles;
  readonly #release: Disposable;
  readonly #raise: (within: Duration) => Promise<DockerState>;
  #state: DockerState;
  #seen: ReadonlyMap<number, Container> = new Map();
  #seenAt = Number.NEGATIVE_INFINITY;
  #looking = false;
  /** How often we did something to a broker. */
  #acts = 0;

  constructor(files: DockerFiles, state: DockerState, release: Disposable, raise: (within: Duration) => Promise<DockerState>) {
    this.#files = files;
    this.#state = state;
    this.#release = release;
    this.#raise = raise;
  }

  get kafka(): string {
    return this.#state.kafka;
  }
  get bootstrap(): readonly string[] {
    return bootstrapOf(this.#state);
  }
  get proxied(): readonly string[] {
    return this.#state.brokers.map(({ ports }) => `127.0.0.1:${ports.advertised}`);
  }
  get brokers(): readonly BrokerId[] {
    return this.#state.brokers.map(({ id }) => brokerId(id));
  }

  async use<P extends Power>(power: P): Promise<Powers[P]> {
    const { powersOf } = await import('./powers.ts');
    return powersOf(
      this.#files,
      this.#state,
      (found) => this.#see(found),
      (id, is) => this.#know(id, is),
    )[power];
  }

  async serve<S extends Service>(service: S, tell?: (progress: Progress) => void): Promise<Services[S]> {
    const { serve } = await import('../services/serve.ts');
    return serve[service](tell);
  }

  /** Asked many times a second, and the engine takes a while: our own acts are known at once, another's after a second. */
  states(): ReadonlyMap<BrokerId, BrokerState> {
    const age = performance.now() - this.#seenAt;
    if (age > 5_000) this.#see(containersNow(this.#files, this.brokers));
    else if (age > 1_000) void this.#look();
    return new Map(this.brokers.map((id) => [id, this.#seen.get(id)?.is ?? 'stopped']));
  }

  async heal(within: Duration): Promise<void> {
    this.#state = await this.#raise(within);
    this.#see(await containersOf(this.#files));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    rmSync(join(this.#files.copies, String(process.pid)), { recursive: true, force: true });
    this.#release[Symbol.dispose]();
  }

  #see(found: ReadonlyMap<number, Container>): void {
    this.#seen = found;
    this.#acts++;
    this.#seenAt = performance.now();
  }

  #know(id: BrokerId, is: Container['is']): void {
    this.#seen = new Map(this.#seen).set(id, { is, exit: null, pid: 0 });
    this.#acts++;
  }

  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    const before = this.#acts;
    const found = await containersOf(this.#files).finally(() => {
      this.#looking = false;
    });
    // An act of ours that came between knows better.
    if (this.#acts === before) this.#see(found);
  }
}
