import type { Cluster } from '@proving/cluster';

/** What a container of one arm is started with. */
export interface Engine {
  /** The published image of the Kafka that the course runs: `apache/kafka:4.3.1`. */
  readonly image: string;
  /** Ports that are published from this network listen on 127.0.0.1. */
  readonly network: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The container engine as one arm has it: with a network of its own, which goes when the arm ends, and all that is in it. */
export class OpenEngine {
  readonly #cluster: Cluster;
  readonly #fresh: () => string;
  readonly #remember: (run: string) => void;
  readonly #tell: (text: string) => void;
  #run: string | null = null;
  #opening: Promise<Engine> | null = null;

  /**
   * @param fresh a name that no other run uses
   * @param remember told of the run before anything is made
   */
  constructor(cluster: Cluster, fresh: () => string, remember: (run: string) => void, tell: (text: string) => void) {
    this.#cluster = cluster;
    this.#fresh = fresh;
    this.#remember = remember;
    this.#tell = tell;
  }

  /** The same network at each call. */
  open(): Promise<Engine> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  async #open(): Promise<Engine> {
    const engine = await this.#cluster.serve('engine', ({ doing }) => this.#tell(doing));
    forTestcontainers(engine.host);
    this.#run = this.#fresh();
    this.#remember(this.#run);
    return { image: engine.image, ...(await engine.network(this.#run)) };
  }

  async close(): Promise<void> {
    if (this.#run !== null) await (await this.#cluster.serve('engine')).remove(this.#run);
  }
}

/**
 * The library looks for an engine in places of its own, and starts a helper that sweeps behind it, from an image that not everybody can
 * fetch. The engine is the one that was found, and what is swept here is swept by its label.
 */
function forTestcontainers(host: string): void {
  process.env['DOCKER_HOST'] ??= host;
  process.env['TESTCONTAINERS_RYUK_DISABLED'] ??= 'true';
  process.env['TESTCONTAINERS_HOST_OVERRIDE'] ??= '127.0.0.1';
}
