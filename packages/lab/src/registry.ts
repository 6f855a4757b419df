import type { Cluster, SchemaRegistry } from '@proving/cluster';
import type { Recorder } from './recorder.ts';

/** The registry as one arm has it. What the arm breaks is mended when it ends, and what it registered is taken away. */
export class OpenRegistry {
  readonly #cluster: Cluster;
  readonly #recorder: Recorder;
  #registry: SchemaRegistry | null = null;

  constructor(cluster: Cluster, recorder: Recorder) {
    this.#cluster = cluster;
    this.#recorder = recorder;
  }

  async open(): Promise<SchemaRegistry> {
    const registry = await this.#cluster.serve('registry', ({ doing }) => this.#recorder.tell({ type: 'step', text: doing }));
    this.#registry = registry;
    return {
      url: registry.url,
      kill: async () => {
        await registry.kill();
        this.#recorder.tell({ type: 'fault.injected', fault: 'process', brokers: [], detail: 'SIGKILL registry' });
      },
    };
  }

  /** @param topics of this run: subjects that begin with such a name are its own */
  async close(topics: readonly string[]): Promise<void> {
    if (this.#registry === null) return;
    const { url } = await this.#cluster.serve('registry');
    const answer = await fetch(`${url}/subjects`, inTime());
    const subjects = (await answer.json()) as readonly string[];
    const own = subjects.filter((subject) => topics.some((topic) => subject.startsWith(topic)));
    for (const subject of own) {
      // First out of the lists, then for good: the API wants both, in this order.
      for (const how of ['', '?permanent=true']) {
        const gone = await fetch(`${url}/subjects/${encodeURIComponent(subject)}${how}`, { method: 'DELETE', ...inTime() });
        await gone.arrayBuffer();
      }
    }
  }
}

/** A registry that stands still must not hold up the healing for ever. */
const inTime = () => ({ signal: AbortSignal.timeout(10_000) });
